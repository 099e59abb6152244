import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);
const excalidraw = join(dirname(resolve('@excalidraw/excalidraw')), '../..');
const pdfjs = join(dirname(resolve('pdfjs-dist')), '..');

/** In their packages; of pdf.js, what draws scanned pages where WebAssembly is not allowed, and the fonts that a PDF may leave out. */
const sources = [
  { from: join(excalidraw, 'dist/prod/fonts'), to: 'fonts', wanted: /\.woff2$/u },
  { from: join(pdfjs, 'wasm'), to: 'pdf', wanted: /_nowasm_fallback\.js$/u },
  { from: join(pdfjs, 'standard_fonts'), to: 'pdf', wanted: /\.(?:pfb|ttf)$/u },
];
const inCanvas = (file: string) => join(import.meta.dirname, 'room/board/canvas', file);
/** Where Excalidraw would look for its fonts, should they not come from us. */
const elsewhere = '`https://esm.sh/';
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * Serves what the whiteboard fetches by name from our own origin, as the packages bring it: fonts of Excalidraw (SIL OFL
 * 1.1 and MIT), decoders and fonts of pdf.js (Apache 2.0, BSD, OFL). The folder carries the packages' versions: what has
 * an address of ours never changes.
 */
export async function boardAssets(): Promise<Plugin> {
  const versions = await Promise.all([excalidraw, pdfjs].map(versionOf));
  const folder = `assets/board-${versions.join('-')}/`;
  const files = new Map<string, string>();
  let isOurs = false;
  for (const { from, to, wanted } of sources)
    for (const name of await readdir(from, { recursive: true }))
      if (wanted.test(name)) files.set(`${folder}${to}/${name.replaceAll('\\', '/')}`, join(from, name));
  return {
    name: 'peerlearn:board-assets',
    config: () => ({
      define: { 'import.meta.env.BOARD_ASSETS': JSON.stringify(`/${folder}`) },
      resolve: {
        alias: [
          // Diagrams from text are no part of our board, and would be half of its weight.
          { find: '@excalidraw/mermaid-to-excalidraw', replacement: inCanvas('noMermaid.ts') },
          { find: /^\.\/subset-(?:shared|worker)\.chunk\.js$/u, replacement: inCanvas('wholeFonts.ts') },
        ],
      },
    }),
    transform: {
      filter: { id: /\/@excalidraw\/excalidraw\/dist\//u, code: elsewhere },
      handler(code) {
        isOurs = true;
        // Our content security policy forbids it, and every board would begin with a violation for each of its fonts.
        return { code: code.replace(elsewhere, '`${location.origin}/'), map: null };
      },
    },
    configureServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => {
        const path = files.get((request.url ?? '').slice(1));
        if (path === undefined) return next();
        response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
        readFile(path).then((content) => response.end(content), next);
      }),
    async generateBundle() {
      if (!isOurs) this.error('Excalidraw looks for its fonts in another way now');
      for (const [fileName, path] of files)
        this.emitFile({ type: 'asset', fileName, source: await readFile(path) });
    },
  };
}

async function versionOf(folder: string): Promise<string> {
  const about: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return (about as { version: string }).version;
}
