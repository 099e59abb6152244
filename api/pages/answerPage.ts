import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'koa';
import type { Logger } from '../../config/logger.ts';
import { catalogueChanges } from '../catalogue/index.ts';
import { pageLocaleParam, type AskApi } from '../contracts/pages.ts';
import { writeDocument } from './document.ts';
import { etagOf, keepPages, type KeptPage } from './keepPages.ts';
import { callsOfAddresses, isWithin } from '../http/limitCalls.ts';
import { localeCookie, localeOf } from '../http/localeOf.ts';
import { loadWebBuild, type WebBuild, type WebFolders } from './build.ts';

/** What is old misses what has happened since, of which the live socket that comes later does not tell. */
const keeping = { freshMs: 1_000, staleMs: 10_000, most: 500, changes: catalogueChanges };
const yearMs = 365 * 24 * 3600 * 1000;

interface PageMeans {
  folders: WebFolders;
  ask: AskApi;
  origin: string;
  logger: Logger;
  /** How many pages are made for one network address: an address's question may be new each time. */
  perMinute: number;
  /** Longer than this nobody waits for a rendered page: the shell comes at once and the script asks. */
  patienceMs: number;
}

/** Known and harmless, unlike other reasons for a plain page. */
class TooManyPages extends Error {}

/**
 * Answers the address of a page: the public ones rendered, as a visitor sees them (WEB-2, PERF-4), the others as the
 * shell, which search engines are told not to keep. So is a public one whose rendering fails or takes too long, or
 * whose reader asks for too many.
 */
export async function answerPages({ folders, ask, origin, logger, perMinute, patienceMs }: PageMeans) {
  const build = await loadWebBuild(folders).catch((error: unknown) => {
    logger.error({ err: error }, 'the web’s bundle for the server cannot be used: pages are plain');
    return undefined;
  });
  const keep = keepPages<KeptPage>(keeping);
  const renders = callsOfAddresses(perMinute);

  async function rendered(context: Context, build: WebBuild): Promise<KeptPage | null> {
    const search = searchOf(context);
    const request = { path: context.path, search, locale: localeOf(context), origin };
    const namesLocale = context.query[pageLocaleParam] === request.locale;
    const key = JSON.stringify([request.path, search, request.locale, namesLocale]);
    return keep(key, async () => {
      if (!(await isWithin(renders, context.ip))) throw new TooManyPages(`more than ${perMinute} a minute`);
      const page = await build.bundle.renderPage(request, ask);
      if (!page) return null;
      const body = Buffer.from(writeDocument(build, page, { ...request, namesLocale }));
      return { status: page.status, body, etag: etagOf(body) };
    });
  }

  return async (context: Context): Promise<void> => {
    const page =
      build &&
      (await inTime(rendered(context, build), patienceMs).catch((error: unknown) => {
        const level = error instanceof TooManyPages ? 'debug' : 'warn';
        logger[level](
          { err: error, requestId: context.state.requestId as string },
          'a page was not rendered',
        );
        return undefined;
      }));
    if (page) send(context, page);
    else sendShell(context, folders.web, page === null);
  };
}

/** The address's question without our own language parameter, which is in the page's language already. */
function searchOf(context: Context): string {
  const given = new URLSearchParams(context.querystring);
  given.delete(pageLocaleParam);
  return given.size > 0 ? `?${given.toString()}` : '';
}

function send(context: Context, { status, body, etag }: KeptPage) {
  const locale = localeOf(context);
  if (context.query[pageLocaleParam] === locale) {
    context.cookies.set(localeCookie, locale, { maxAge: yearMs, httpOnly: false, sameSite: 'lax' });
  }
  context.state.route = 'page';
  context.status = status;
  context.type = 'html';
  context.vary('Cookie, Accept-Language');
  context.set({ 'Content-Language': locale, 'Cache-Control': 'private, no-cache', ETag: etag });
  if (status === 200 && context.fresh) context.status = 304;
  else context.body = body;
}

/** @param isPrivate whether this page is nobody's but its reader's, so that no search engine may keep it */
function sendShell(context: Context, web: string, isPrivate: boolean) {
  const shell = join(web, 'index.html');
  if (!existsSync(shell)) return;
  context.type = 'html';
  context.set('Cache-Control', 'no-cache');
  if (isPrivate) context.set('X-Robots-Tag', 'noindex');
  context.body = createReadStream(shell);
}

async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
