import { spawnSync } from 'node:child_process';
import { OperatorError } from '../terminal/OperatorError.ts';
import { findProgram } from './programs.ts';

/**
 * Installs Debian packages, for what was found missing.
 * @param what in the operator's words, such as `redis-server`
 * @param instead what else the operator may do
 * @throws OperatorError with the command to run when this user may not install, or when apt-get failed
 */
export function installPackages(what: string, packages: readonly string[], instead = ''): void {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const byHand = `Run as root: apt-get update && ${command}${instead && `\n${instead}`}`;
  if (!findProgram('apt-get')) {
    throw new OperatorError(`Missing: ${what}. On Debian or Ubuntu: apt-get install ${packages.join(' ')}`);
  }
  if (process.getuid?.() !== 0) throw new OperatorError(`Missing: ${what}. ${byHand}`);
  console.log(`Installing ${what} from the system's packages: ${packages.join(' ')} …`);
  // Package lists of an older day name files that are gone: refresh them only when it is needed.
  let output = aptGet(['install', '-y', '--no-install-recommends', ...packages]);
  if (output !== undefined && aptGet(['update']) === undefined) {
    output = aptGet(['install', '-y', '--no-install-recommends', ...packages]);
  }
  if (output === undefined) return;
  throw new OperatorError(
    `${output}\napt-get could not install ${what}; its last lines are above. ${byHand}`,
  );
}

/** @returns undefined when all went well, else the last lines of what apt-get said */
function aptGet(args: string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt-get may be at work, such as a machine's own updates at boot: wait for it.
  const { status, stdout, stderr } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return undefined;
  return `${stdout}${stderr}`.trim().split('\n').slice(-8).join('\n');
}
