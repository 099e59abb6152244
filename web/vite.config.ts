import tailwindcss from '@tailwindcss/vite';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { backgroundAssets } from './backgroundAssets.ts';
import { boardAssets } from './boardAssets.ts';
import {
  precompress,
  standInsForServer,
  stylesFirst,
  withoutJsonSchema,
  zodWithoutEval,
} from './buildPlugins.ts';
import { everyPageChunk } from './everyPageChunk.ts';

const api = `http://127.0.0.1:${process.env.API_PORT ?? '4000'}`;
const toApi = { target: api, changeOrigin: false };

/** For browsers into dist; with `--ssr` the bundle that renders public pages, into dist-server. */
export default defineConfig(({ isSsrBuild = false }) => ({
  root: import.meta.dirname,
  plugins: isSsrBuild
    ? [
        standInsForServer(import.meta.dirname),
        // Without marks for hydration: the browser renders anew, see server/takeOver.ts.
        solid({ ssr: true, solid: { generate: 'ssr', hydratable: false } }),
        withoutJsonSchema(),
      ]
    : [
        solid(),
        tailwindcss(),
        withoutJsonSchema(),
        zodWithoutEval(),
        stylesFirst(),
        backgroundAssets(),
        boardAssets(),
        precompress(),
      ],
  publicDir: isSsrBuild ? false : 'public',
  build: {
    outDir: isSsrBuild ? 'dist-server' : 'dist',
    emptyOutDir: true,
    // The api reads it to know which files a page needs.
    manifest: !isSsrBuild,
    target: 'es2022',
    // Small pictures inlined as data: would count as script weight and need a wider CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: isSsrBuild ? {} : { codeSplitting: everyPageChunk(join(import.meta.dirname, 'main.tsx')) },
      // A part of ui/ that a page does not name must not follow it through the door ui/index.ts.
      treeshake: { moduleSideEffects: [{ test: /\/web\/ui\/[^/]+\.tsx?$/, sideEffects: false }] },
    },
  },
  // The bundle holds all that it needs: the api loads it by its path and knows nothing of its packages.
  ssr: { noExternal: isSsrBuild ? true : undefined },
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': toApi, '/dev/mail': toApi, '/socket.io': { ...toApi, ws: true } },
    fs: { allow: [join(import.meta.dirname, '..')] },
  },
}));
