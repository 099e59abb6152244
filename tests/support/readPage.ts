import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Window } from 'happy-dom';
import { pageData } from '../../api/contracts/pages.ts';

/** As a browser or a search engine asks; `fetch` would add headers of its own. */
export async function askPage(url: string, path: string, headers: Record<string, string> = {}) {
  const call = request(url + path, { headers }).end();
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  const body = Buffer.concat((await answer.toArray()) as Buffer[]);
  return { status: answer.statusCode, headers: answer.headers, body };
}

/** What a reader without JavaScript has of a page. */
export async function readPage(url: string, path: string, headers: Record<string, string> = {}) {
  const answer = await askPage(url, path, headers);
  const html = answer.body.toString();
  const { document } = new Window();
  document.write(html);
  const one = (selector: string, attribute: string) =>
    document.querySelector(selector)?.getAttribute(attribute);
  return {
    ...answer,
    html,
    document,
    text: document.querySelector('#app')?.textContent ?? '',
    title: document.title,
    lang: document.documentElement.lang,
    meta: (name: string) =>
      one(`meta[name="${name}"]`, 'content') ?? one(`meta[property="${name}"]`, 'content'),
    link: (rel: string) => one(`link[rel="${rel}"]`, 'href'),
    jsonLd: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (block) => JSON.parse(block.textContent) as Record<string, unknown>,
    ),
    data: () => pageData.parse(JSON.parse(document.querySelector('#page-data')?.textContent ?? '')),
  };
}
export const ofType = (blocks: Record<string, unknown>[], type: string) =>
  blocks.find((block) => block['@type'] === type);
