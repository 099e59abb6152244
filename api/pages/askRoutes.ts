import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import Koa from 'koa';
import { errorStatus } from '../contracts/errors.ts';
import type { AskApi } from '../contracts/pages.ts';
import type { Route } from '../http/route.ts';
import { Refusal } from '../Refusal.ts';

/**
 * Reading calls of the API as a visitor makes them, within this process: the same routes, parsed and refused alike,
 * without HTTP. What a page gets here is what its script would get.
 */
export function askRoutes(routes: Route[]): AskApi {
  const koa = new Koa();
  const known = routes
    .filter(({ method }) => method === 'get')
    .map((route) => ({
      route,
      pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    }));
  return async (path) => {
    const { pathname } = new URL(path, 'http://pages.invalid');
    const found = known.find(({ pattern }) => pattern.test(pathname));
    if (!found) throw new Error(`no route answers ${pathname}`);
    const context = createContext(koa, path);
    const params = Object.entries(found.pattern.exec(pathname)?.groups ?? {});
    context.params = Object.fromEntries(params.map(([name, value]) => [name, decodeURIComponent(value)]));
    try {
      await found.route.respond(context, null);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'internal') throw error;
      const status = errorStatus[error.code];
      return { status, body: { type: 'about:blank', title: error.code, status, code: error.code } };
    }
    return { status: 200, body: read(context.body) };
  };
}

function createContext(koa: Koa, path: string) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: 'GET', url: path });
  return koa.createContext(request, new ServerResponse(request));
}

/** As JSON once over, as it would have come to the page. */
function read(body: unknown): unknown {
  return JSON.parse(Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body)) as unknown;
}
