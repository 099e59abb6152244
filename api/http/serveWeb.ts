import { join } from 'node:path';
import type { Context, Next } from 'koa';
import serve from 'koa-static';

/** Only the files that find a person in a picture compile WebAssembly; workers follow the policy of their own script. */
const segmenterPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const yearMs = 365 * 24 * 3600 * 1000;

/**
 * Serves the built web. Files with a hash or a version in their address never change; pages are asked for each time.
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
      if (path.startsWith(join(webRoot, 'assets/background-'))) {
        response.setHeader('Content-Security-Policy', segmenterPolicy);
        // A model, of which no table of types knows.
        if (path.endsWith('.tflite')) response.setHeader('Content-Type', 'application/octet-stream');
      }
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
