import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../config/settings.ts';

const built = join(projectRoot, 'web/dist/index.html');
const sources = ['web/**/*.{ts,tsx,css,html,svg,js}', '{api,media}/contracts/*.ts', 'package-lock.json'];

/** Builds the web when a source is newer than what was built. */
export function buildWeb(): void {
  const changedMs = (path: string) => statSync(join(projectRoot, path)).mtimeMs;
  const files = globSync(sources, { cwd: projectRoot, exclude: ['web/dist/**'] });
  const newestMs = Math.max(...files.map(changedMs));
  if (existsSync(built) && statSync(built).mtimeMs > newestMs) return;
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
}
