import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { BootstrapError } from './BootstrapError.mjs';

/** The `npm-cli.js` that belongs to the Node that runs this: from npm itself, beside Node, or on the PATH. */
export function ownNpm() {
  const given = process.env.npm_execpath;
  const candidates = [
    // Other package managers set npm_execpath to themselves.
    ...(given && basename(given) === 'npm-cli.js' ? [given] : []),
    join(dirname(realpathSync(process.execPath)), '../lib/node_modules/npm/bin/npm-cli.js'),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
  ];
  const found = candidates.find((file) => existsSync(file));
  if (!found) throw new BootstrapError('npm was not found: install it (Debian: apt-get install npm).');
  return realpathSync(found);
}

/**
 * Installs exactly what the lockfile in `folder` names, checking each package's hash. No package's install
 * script runs: nothing here needs one, and mediasoup's would try to download from GitHub.
 * @param {{ node: string, npm: string, folder: string, what: string, options?: string[] }} install
 */
export function npmCleanInstall({ node, npm, folder, what, options = [] }) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // setpriv: were this process ended from outside, npm ends with it.
  const args = ['--pdeathsig', 'TERM', node, npm, 'ci', '--ignore-scripts', ...quiet, ...options];
  const { status, error } = spawnSync('setpriv', args, { cwd: folder, stdio: 'inherit' });
  if (status === 0) return;
  const reason = error ? ` (${error.message})` : '';
  throw new BootstrapError(
    `npm could not install ${what}${reason}. If the lines above speak of the network, check it and npm's ` +
      'registry setting (npm config get registry), then run the same command again: it goes on where it stopped.',
  );
}
