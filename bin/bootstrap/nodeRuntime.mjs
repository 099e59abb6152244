import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './BootstrapError.mjs';
import { cacheFolder } from './cacheFolder.mjs';
import { withLock } from './lock.mjs';
import { npmCleanInstall, ownNpm } from './npm.mjs';

const neededMajor = 24;

/**
 * @typedef {object} NodeRuntime
 * @property {string} node the executable
 * @property {() => string} npm npm's script, to be run with `node`
 */

/**
 * Node 24 or newer: the one that runs this, else one from the npm registry, pinned with its hash in
 * bin/node-runtime and kept in the user's cache. It comes with its own npm, because the machine's may not run
 * under another Node, and because npm leaves out optional packages that its Node is too old for.
 * @param {string} root the repository
 * @returns {Promise<NodeRuntime>}
 */
export async function ensureNodeRuntime(root) {
  if (majorOf(process.version) >= neededMajor) return { node: process.execPath, npm: ownNpm };
  const packageName = `node-linux-${process.arch}`;
  const recipe = join(root, 'bin/node-runtime');
  const lockfile = readFileSync(join(recipe, 'package-lock.json'), 'utf8');
  if (process.platform !== 'linux' || !lockfile.includes(`"node_modules/${packageName}"`)) {
    throw new BootstrapError(`PeerLearn needs Node ${neededMajor} or newer; this is ${process.version}.`);
  }
  const hash = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(process.env), `node-${process.arch}-${hash}`);
  const runtime = {
    node: join(folder, 'node_modules', packageName, 'bin/node'),
    npm: () => join(folder, 'node_modules/npm/bin/npm-cli.js'),
  };
  if (!runs(runtime.node)) {
    await withLock(`${folder}.lock`, { waiting: 'Another process installs Node: waiting …' }, () => {
      if (!runs(runtime.node)) install({ recipe, folder });
    });
    if (!runs(runtime.node)) {
      throw new BootstrapError(
        `${runtime.node} does not run here: install Node ${neededMajor} or newer yourself.`,
      );
    }
  }
  return runtime;
}

/** Installs beside the final place and renames, so that an interrupted download is never taken for a whole one. */
function install({ recipe, folder }) {
  console.log(`This is Node ${process.version}; bringing Node ${neededMajor} into ${folder} (once) …`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(recipe, file), join(unfinished, file));
  npmCleanInstall({ node: process.execPath, npm: ownNpm(), folder: unfinished, what: `Node ${neededMajor}` });
  renameSync(unfinished, folder);
}

function runs(node) {
  if (!existsSync(node)) return false;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return majorOf(stdout ?? '') >= neededMajor;
}

function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}
