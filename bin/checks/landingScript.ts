import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { OperatorError } from '../terminal/OperatorError.ts';

/** PERF-4: compressed JavaScript before the landing page is usable. */
export const landingScriptMostBytes = 80_000;

/** The part that is read of Vite's manifest (https://vite.dev/guide/backend-integration). */
type Chunk = { file: string; imports?: string[] };
type Manifest = Record<string, Chunk>;

const built = join(projectRoot, 'web/dist');
const landing = 'landing/LandingPage.tsx';

export type LandingScript = { bytes: number; files: { file: string; bytes: number }[] };

/**
 * What a browser must fetch of our script before the landing page can be used, as sent in brotli: what index.html
 * names, the page's own chunk, and all that these import. Largest first.
 * @throws OperatorError when the build does not hold what this looks for.
 */
export function measureLandingScript(folder: string = built): LandingScript {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const shell = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...shell.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\/([^"]+\.js)"/gu)].map(
    ([, file = '']) => file,
  );
  const entries = Object.keys(manifest).filter((key) => named.includes(manifest[key]?.file ?? ''));
  if (entries.length === 0 || !manifest[landing])
    throw new OperatorError(`The built web has no entry or no ${landing}: has the landing page moved?`);
  const chunks = [...importsOf(manifest, [...entries, landing])].map((key) => manifest[key]?.file ?? '');
  const files = [...new Set([...chunks, ...named])]
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, bytes: sentBytes(join(folder, file)) }))
    .sort((one, other) => other.bytes - one.bytes);
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}

function importsOf(manifest: Manifest, keys: string[], found = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (found.has(key)) continue;
    found.add(key);
    importsOf(manifest, manifest[key]?.imports ?? [], found);
  }
  return found;
}

/** What lies in the public folder has no packed copy and is sent as it is. */
const sentBytes = (path: string) => statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
