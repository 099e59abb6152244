import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);
const packageRoot = dirname(resolve('@twilio/video-processors/package.json'));

/** Its workers, and what they fetch from beside them; the variant without SIMD is for browsers without our pipeline. */
const files = [
  'twilio-gaussian-blur-background-processor-pipeline-worker.js',
  'twilio-virtual-background-processor-pipeline-worker.js',
  'tflite-simd-1-0-0.js',
  'tflite-simd-1-0-0.wasm',
  'selfie_segmentation_landscape.tflite',
];

const notice = `The workers: twilio-video-processors.js, BSD-3-Clause, see LICENSE.md.
selfie_segmentation_landscape.tflite: MediaPipe Selfie Segmentation, Google, Apache-2.0.
tflite-simd-1-0-0: TensorFlow Lite, The TensorFlow Authors, Apache-2.0.
Apache-2.0: https://www.apache.org/licenses/LICENSE-2.0
`;

const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * Serves what separates a person from their background, as its package brings it, with its notices. The folder carries
 * the package's version: what has an address of ours never changes.
 */
export async function backgroundAssets(): Promise<Plugin> {
  const about: unknown = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'));
  const folder = `assets/background-${(about as { version: string }).version}/`;
  const read = (file: string) => readFile(join(packageRoot, 'dist/build', file));
  return {
    name: 'peerlearn:background-assets',
    config: () => ({ define: { 'import.meta.env.BACKGROUND_ASSETS': JSON.stringify(`/${folder}`) } }),
    configureServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => {
        const file = files.find((name) => request.url === `/${folder}${name}`);
        if (!file) return next();
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
        read(file).then((content) => response.end(content), next);
      }),
    async generateBundle() {
      const emit = (name: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName: folder + name, source });
      for (const file of files) emit(file, await read(file));
      emit('LICENSE.md', await readFile(join(packageRoot, 'LICENSE.md')));
      emit('NOTICE.txt', notice);
    },
  };
}
