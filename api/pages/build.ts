import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { PageBundle } from '../contracts/pages.ts';

/** Where the web was built to: files for browsers, and the bundle that renders pages. */
export interface WebFolders {
  web: string;
  bundle: string;
}

/** A built web that can render. */
export interface WebBuild {
  bundle: PageBundle;
  /** The shell, before its language, after it up to what a page says of itself, after that up to its place, the rest. */
  shell: [start: string, head: string, body: string, end: string];
  /** Files that a page needs beside those of every page. */
  filesOf: (module: string, locale: string) => { styles: string[]; scripts: string[] };
}

const chunk = z.object({
  file: z.string(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
});
const manifest = z.record(z.string(), chunk);
type Manifest = z.infer<typeof manifest>;

/** @returns undefined where the web was not built, or not for the server: pages are then plain shells. */
export async function loadWebBuild({ web, bundle }: WebFolders): Promise<WebBuild | undefined> {
  const files = {
    shell: join(web, 'index.html'),
    manifest: join(web, '.vite/manifest.json'),
    bundle: join(bundle, 'entry.js'),
  };
  if (!Object.values(files).every((file) => existsSync(file))) return undefined;
  const chunks = manifest.parse(JSON.parse(readFileSync(files.manifest, 'utf8')));
  const shell = readFileSync(files.shell, 'utf8');
  const ofEveryPage = namedBy(shell, chunks);
  return {
    bundle: (await import(pathToFileURL(files.bundle).href)) as PageBundle,
    shell: splitShell(shell),
    filesOf: (module, locale) => filesOf(chunks, ofEveryPage, module, locale),
  };
}

/** Cuts web/index.html where a rendered page differs. @throws Error when it has not the marks. */
function splitShell(shell: string): WebBuild['shell'] {
  const marks =
    /^([^]*<html lang=")en("[^]*)<!--head-->[^]*<!--\/head-->([^]*<div id="app")><\/div>([^]*)$/.exec(shell);
  const [, start, head, body, end] = marks ?? [];
  if (start === undefined || head === undefined || body === undefined || end === undefined)
    throw new Error('web/dist/index.html lacks the marks of language, head and place');
  return [start, head, body, end];
}

/** What the shell itself names, and all that these import: a page needs no line for them. */
function namedBy(shell: string, chunks: Manifest): Set<string> {
  const named = Object.keys(chunks).filter((key) => shell.includes(`"/${chunks[key]?.file}"`));
  return closure(chunks, ['index.html', ...named]);
}

function filesOf(chunks: Manifest, ofAll: Set<string>, module: string, locale: string) {
  const words = (keys: Iterable<string>) =>
    [...keys].flatMap((key) =>
      (chunks[key]?.dynamicImports ?? []).filter((name) => name.startsWith(`text/${locale}`)),
    );
  const own = closure(chunks, [module]);
  const needed = closure(chunks, [...own, ...words([...ofAll, ...own])]);
  const added = [...needed].filter((key) => !ofAll.has(key)).flatMap((key) => chunks[key] ?? []);
  return {
    styles: [...new Set(added.flatMap(({ css }) => css))].map((file) => `/${file}`),
    scripts: [...new Set(added.map(({ file }) => file))].map((file) => `/${file}`),
  };
}

/** What is fetched with these chunks: all that they import, and what those do. */
function closure(chunks: Manifest, keys: string[], found = new Set<string>()): Set<string> {
  for (const key of keys) {
    const known = chunks[key];
    if (!known || found.has(key)) continue;
    found.add(key);
    closure(chunks, known.imports, found);
  }
  return found;
}
