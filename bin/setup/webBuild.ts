import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { cacheFolder } from '../bootstrap/cacheFolder.mjs';
import { withLock } from '../bootstrap/lock.mjs';
import { startGuarded } from '../launcher/startGuarded.ts';
import { OperatorError } from '../terminal/OperatorError.ts';

const sources = ['web', 'api/contracts', 'media/contracts', 'package-lock.json'];
const output = join(projectRoot, 'web/dist');
/** What the api renders public pages with. */
const serverOutput = join(projectRoot, 'web/dist-server');
/** In the output, which the build empties: a build that failed halfway leaves none. */
const stamp = join(output, '.built-from');

/** Builds the web into web/dist, and for the server into web/dist-server, when anything that it is made of has changed since the last time. */
export async function ensureWebBuild(): Promise<void> {
  if (isBuilt()) return;
  const name = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12);
  const lock = join(cacheFolder(process.env), 'locks', `${name}-web`);
  await withLock(lock, { waiting: 'Another process builds the web: waiting …' }, async () => {
    if (!isBuilt()) await build();
  });
}

function isBuilt(): boolean {
  return existsSync(stamp) && existsSync(serverOutput) && readFileSync(stamp, 'utf8') === hashOfSources();
}

async function build(): Promise<void> {
  console.log('Building the web …');
  const hash = hashOfSources();
  const codes = await Promise.all([runVite([]), runVite(['--ssr', 'server/entry.ts'])]);
  if (codes.some((code) => code !== 0))
    throw new OperatorError('The web could not be built: what Vite said is above.');
  writeFileSync(stamp, hash);
}

/** @returns its exit code */
function runVite(more: string[]): Promise<unknown> {
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
  const config = join(projectRoot, 'web/vite.config.ts');
  const args = [vite, 'build', '--config', config, '--logLevel', 'error', ...more];
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = startGuarded(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => child.once('exit', resolve));
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => filesUnder(join(projectRoot, path)))) {
    hash.update(`${file.slice(projectRoot.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (path === output || path === serverOutput) return [];
  if (path.endsWith('.json')) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
    );
}
