import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { constants } from 'node:os';

const parentCheckMs = 1000;

/**
 * Runs a command's TypeScript under Node 24, passes signals on to it and ends as it ends.
 * @param {{ root: string, runtime: import('./nodeRuntime.mjs').NodeRuntime, script: string, args: string[] }} options
 */
export function handOver({ root, runtime, script, args }) {
  const PATH = `${dirname(runtime.node)}${delimiter}${process.env.PATH ?? ''}`;
  // Were this process killed outright, the kernel tells the command to stop in its place.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', runtime.node, script, ...args], {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_execpath) stopWithParent(child);
  child.once('error', () => {
    console.error('setpriv was not found: install the package util-linux.');
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** npm cannot pass on a SIGKILL of its own: it shows as a new parent. */
function stopWithParent(child) {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    child.kill('SIGTERM');
  }, parentCheckMs);
}
