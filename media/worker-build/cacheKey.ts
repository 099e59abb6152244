import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const recipeFiles = ['Makefile', 'shim'];

/** The version of the installed mediasoup package. */
export function mediasoupVersion(packageFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/**
 * A folder name for one kind of worker binary. It changes with whatever could make another binary: the version of
 * mediasoup, the processor, the system whose libraries are linked, and the way it is built.
 */
export function workerCacheKey(version: string, recipeFolder: string, osRelease = readOsRelease()): string {
  return ['mediasoup', version, process.arch, systemName(osRelease), recipeHash(recipeFolder)].join('-');
}

function readOsRelease(): string {
  return readFileSync('/etc/os-release', 'utf8');
}

/** `debian12` or `ubuntu24.04`; systems without a version number, such as Debian testing, by their code name. */
function systemName(osRelease: string): string {
  const value = (name: string) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1];
  return `${value('ID') ?? 'linux'}${value('VERSION_ID') ?? value('VERSION_CODENAME') ?? ''}`;
}

function recipeHash(recipeFolder: string): string {
  const hash = createHash('sha256');
  for (const name of recipeFiles) {
    const path = join(recipeFolder, name);
    for (const file of filesUnder(path))
      hash.update(`${file.slice(path.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

function filesUnder(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}
