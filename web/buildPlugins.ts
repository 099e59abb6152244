import { promisify } from 'node:util';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);

/** Writes a brotli copy beside every text file, which koa-static sends to browsers that take it. */
export function precompress(): Plugin {
  return {
    name: 'peerlearn:precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, files) {
      const texts = Object.values(files).filter(({ fileName }) => /\.(?:js|css|svg)$/u.test(fileName));
      await Promise.all(
        texts.map(async (file) => {
          const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
          await writeFile(join(dir, `${file.fileName}.br`), await compress(content, { params }));
        }),
      );
    },
  };
}

/**
 * Leaves zod's JSON Schema writer out of pages: every schema refers to it, so bundlers keep it, but only the api
 * writes an OpenAPI document. It is a fifth of zod.
 */
export function withoutJsonSchema(): Plugin {
  const writer = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/u;
  return {
    name: 'peerlearn:without-json-schema',
    apply: 'build',
    transform: {
      filter: { id: writer },
      handler(code) {
        const names = [...code.matchAll(/^export (?:const|function) (\w+)/gmu)].map(([, name]) => name);
        const refuse = "() => { throw new Error('no JSON Schema in pages'); }";
        return { code: names.map((name) => `export const ${name} = ${refuse};`).join('\n'), map: null };
      },
    },
  };
}
