import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);
const dist = dirname(resolve('@excalidraw/excalidraw'));

/**
 * Serves the fonts of the whiteboard from our own origin, as its package brings them (SIL OFL 1.1 and MIT). The folder
 * carries the package's version: what has an address of ours never changes.
 */
export async function boardAssets(): Promise<Plugin> {
  const about: unknown = JSON.parse(await readFile(join(dist, '../../package.json'), 'utf8'));
  const folder = `assets/board-${(about as { version: string }).version}/`;
  const files = (await readdir(join(dist, 'fonts'), { recursive: true }))
    .filter((name) => name.endsWith('.woff2'))
    .map((name) => `fonts/${name.replaceAll('\\', '/')}`);
  return {
    name: 'peerlearn:board-assets',
    config: () => ({
      define: { 'import.meta.env.BOARD_ASSETS': JSON.stringify(`/${folder}`) },
      // Diagrams from text are no part of our board, and would be half of its weight.
      resolve: {
        alias: {
          '@excalidraw/mermaid-to-excalidraw': join(import.meta.dirname, 'room/board/canvas/noMermaid.ts'),
        },
      },
    }),
    configureServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => {
        const file = files.find((name) => request.url === `/${folder}${name}`);
        if (!file) return next();
        response.setHeader('Content-Type', 'font/woff2');
        readFile(join(dist, file)).then((content) => response.end(content), next);
      }),
    async generateBundle() {
      for (const file of files) {
        const source = await readFile(join(dist, file));
        this.emitFile({ type: 'asset', fileName: folder + file, source });
      }
    },
  };
}
