import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Next } from 'koa';
import serve from 'koa-static';
import { projectRoot } from '../../config/settings.ts';

const webRoot = join(projectRoot, 'web/dist');
const yearMs = 365 * 24 * 3600 * 1000;

/** Serves the built web. Files with a hash in their name never change; the page itself is asked for each time. */
export function serveWeb() {
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
      if (isPage(context)) sendPage(context);
      else await next();
    });
  };
}

/** A page's address has no file ending; the web's own router finds the page, or says that there is none. */
function isPage({ method, path }: Context): boolean {
  return (method === 'GET' || method === 'HEAD') && !path.startsWith('/api/') && !/\.\w+$/.test(path);
}

function sendPage(context: Context) {
  const page = join(webRoot, 'index.html');
  if (!existsSync(page)) return;
  context.type = 'html';
  context.set('Cache-Control', 'no-cache');
  context.body = createReadStream(page);
}
