import { promisify } from 'node:util';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);

/** Writes a brotli copy beside every file that becomes smaller by it, which koa-static sends to browsers that take it. */
export function precompress(): Plugin {
  return {
    name: 'peerlearn:precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, files) {
      const texts = Object.values(files).filter(({ fileName }) => /\.(?:m?js|css|svg|wasm)$/u.test(fileName));
      await Promise.all(
        texts.map(async (file) => {
          const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          const params = {
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            // Its last percent would cost a build most of its time.
            ...(file.fileName.endsWith('.wasm') ? { [constants.BROTLI_PARAM_QUALITY]: 9 } : {}),
          };
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

/**
 * Zod would try whether it may compile schemas by `new Function`. Our content security policy forbids that, and every
 * page would begin with a violation.
 */
export function zodWithoutEval(): Plugin {
  const made = '(_a.__zod_globalConfig = {})';
  return {
    name: 'peerlearn:zod-without-eval',
    apply: 'build',
    transform: {
      filter: { id: /\/zod\/v4\/core\/core\.js$/u },
      handler(code) {
        if (!code.includes(made)) this.error('zod makes its settings in another way now');
        return { code: code.replace(made, '(_a.__zod_globalConfig = { jitless: true })'), map: null };
      },
    },
  };
}

/**
 * What the first paint waits for comes first. A phone's line is narrow and HTTP/1.1 asks for six files at a time: the
 * style sheet must not queue behind scripts, which are needed only after it.
 */
export function stylesFirst(): Plugin {
  const sheets = /\s*<link rel="stylesheet"[^>]*>/gu;
  return {
    name: 'peerlearn:styles-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (page) =>
        page
          .replace(sheets, '')
          .replace('<!--/head-->', `<!--/head-->${(page.match(sheets) ?? []).join('')}`)
          .replaceAll(/<(?:script type="module"|link rel="modulepreload")/gu, '$& fetchpriority="low"'),
    },
  };
}

/** Pages that the server renders; of all others it needs to know only that they exist. */
const renderedPages = /^\.\/(?:landing\/|sessions\/|mentors\/|shell\/(?:App|Public|NotFound))/u;

/**
 * For the bundle that renders on the server: a module that needs a browser is replaced by its namesake in
 * server/standIns, and pages that are never rendered there are left out.
 */
export function standInsForServer(web: string): Plugin {
  const standIns = join(web, 'server/standIns');
  return {
    name: 'peerlearn:stand-ins-for-server',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || importer.startsWith(standIns)) return null;
      if (source === '@tanstack/solid-query') return join(standIns, 'solid-query.ts');
      if (importer === join(web, 'routes.tsx') && source.startsWith('.') && !renderedPages.test(source))
        return join(standIns, 'OtherPage.tsx');
      if (!source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const standIn = found && join(standIns, relative(web, found.id));
      return standIn && existsSync(standIn) ? standIn : null;
    },
  };
}
