import { join } from 'node:path';
import type { Context, Next } from 'koa';
import serve from 'koa-static';

const yearMs = 365 * 24 * 3600 * 1000;

/**
 * Serves the built web. Files with a hash in their name never change; pages are asked for each time.
 * @param answerPage answers what is the address of a page
 */
export function serveWeb(webRoot: string, answerPage: (context: Context) => Promise<void>) {
  const files = serve(webRoot, {
    index: false,
    setHeaders: (response, path) => {
      const hashed = path.startsWith(join(webRoot, 'assets'));
      response.setHeader(
        'Cache-Control',
        hashed ? `public, max-age=${yearMs / 1000}, immutable` : 'no-cache',
      );
    },
  });
  return async (context: Context, next: Next) => {
    await files(context, async () => {
      if (isPage(context)) await answerPage(context);
      else await next();
    });
  };
}

/** A page's address has no file ending; the web's own router finds the page, or says that there is none. */
function isPage({ method, path }: Context): boolean {
  return (method === 'GET' || method === 'HEAD') && !path.startsWith('/api/') && !/\.\w+$/.test(path);
}
