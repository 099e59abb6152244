import tailwindcss from '@tailwindcss/vite';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { precompress, withoutJsonSchema } from './buildPlugins.ts';

const api = `http://127.0.0.1:${process.env.API_PORT ?? '4000'}`;
const toApi = { target: api, changeOrigin: false };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid(), tailwindcss(), withoutJsonSchema(), precompress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Small pictures inlined as data: would count as script weight and need a wider CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A part of ui/ that a page does not name must not follow it through the door ui/index.ts.
      treeshake: { moduleSideEffects: [{ test: /\/web\/ui\/[^/]+\.tsx?$/, sideEffects: false }] },
    },
  },
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': toApi, '/dev/mail': toApi, '/socket.io': { ...toApi, ws: true } },
    fs: { allow: [join(import.meta.dirname, '..')] },
  },
});
