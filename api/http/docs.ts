import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'koa';
import Router from 'koa-router';
import { docsText as text } from '../text/docs.ts';
import { html, type Html } from '../text/html.ts';
import { describeRoutes } from './openapi.ts';
import type { Route } from './route.ts';

/** The OpenAPI document, and the same as a page for people; both are made once. */
export function serveDocs(routes: Route[], publicUrl: string): Router {
  const router = new Router();
  const document = JSON.stringify(describeRoutes(routes, publicUrl), null, 2);
  const page = docsPage(routes, JSON.parse(document) as Described).markup;
  const style = readFileSync(join(import.meta.dirname, 'docs.css'), 'utf8');
  const serve = (path: string, type: string, body: string) =>
    router.get(path, (context: Context) => {
      context.state.route = path;
      context.type = type;
      context.body = body;
    });
  serve('/api/openapi.json', 'application/json', document);
  serve('/api/docs', 'html', page);
  serve('/api/docs.css', 'css', style);
  return router;
}

interface Described {
  paths: Record<string, Record<string, { parameters?: unknown; requestBody?: unknown; responses: unknown }>>;
}

function docsPage(routes: Route[], document: Described): Html {
  const tags = [...new Set(routes.map((route) => route.tag))];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${text.title}</title>
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <main>
          <h1>${text.title}</h1>
          <p>${text.explain} <a href="/api/openapi.json">openapi.json</a></p>
          ${tags.map((tag) =>
            section(
              tag,
              routes.filter((route) => route.tag === tag),
              document,
            ),
          )}
        </main>
      </body>
    </html>`;
}

function section(tag: string, routes: Route[], document: Described): Html {
  return html`<section>
    <h2>${tag}</h2>
    ${routes.map((route) => operation(route, document))}
  </section>`;
}

function operation({ method, path, summary, access }: Route, document: Described): Html {
  const { parameters, requestBody, responses } = document.paths[path]?.[method] ?? { responses: {} };
  return html`<details>
    <summary>
      <span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code>
      <span class="what">${summary}</span> <span class="who">${text.access[access]}</span>
    </summary>
    ${part(text.parameters, parameters)} ${part(text.body, requestBody)} ${part(text.answers, responses)}
  </details>`;
}

function part(title: string, value: unknown): Html[] {
  return value
    ? [
        html`<h3>${title}</h3>
          <pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>`,
      ]
    : [];
}
