import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { withLock } from './lock.mjs';
import { npmCleanInstall } from './npm.mjs';

/**
 * Makes node_modules what package-lock.json says, doing nothing when it already is.
 * @param {{ root: string, runtime: import('./nodeRuntime.mjs').NodeRuntime, withDevelopment: boolean }} options
 */
export async function ensureNodeModules({ root, runtime, withDevelopment }) {
  if (isInstalled(root, withDevelopment)) return;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  await withLock(
    join(cacheFolder(process.env), 'locks', name),
    { waiting: 'Another process installs the npm packages: waiting …' },
    () => {
      if (isInstalled(root, withDevelopment)) return;
      console.log('Installing the npm packages …');
      npmCleanInstall({
        node: runtime.node,
        npm: runtime.npm(),
        folder: root,
        what: 'the packages of package-lock.json',
        options: [withDevelopment ? '--include=dev' : '--omit=dev'],
      });
    },
  );
}

/**
 * npm writes node_modules/.package-lock.json as the last act of an install: what it names is really there, and
 * an interrupted install has none.
 * @param {string} root
 * @param {boolean} withDevelopment
 */
export function isInstalled(root, withDevelopment) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const installed = present[path];
    if (installed) return installed.version === entry.version && installed.integrity === entry.integrity;
    return entry.optional || entry.devOptional || (entry.dev && !withDevelopment);
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
