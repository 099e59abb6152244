import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { BootstrapError } from './BootstrapError.mjs';

const patienceMs = 1000;
const takenExitCode = 75;

/**
 * Runs `work` while holding a lock that other processes, also of other clones, respect.
 *
 * The kernel's file lock is held by a `flock` whose standard input is a pipe from this process: however this
 * process ends, the pipe closes and the lock is free, so no lock can be left behind by a crash.
 * @template T
 * @param {string} file lock file, created when absent and never removed
 * @param {{ waiting: string } | { refusal: string }} ifTaken what is said while another process holds the lock,
 *   or the error's message when this one should not wait
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, ifTaken, work) {
  mkdirSync(dirname(file), { recursive: true });
  const waiting = 'waiting' in ifTaken && setTimeout(() => console.log(ifTaken.waiting), patienceMs);
  const noWaiting = ['--nonblock', '--conflict-exit-code', String(takenExitCode)];
  const options = 'refusal' in ifTaken ? noWaiting : [];
  // Detached: a Ctrl-C in the terminal must not free the lock before this process has cleaned up.
  const holder = spawn('flock', [...options, file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((done) => holder.once('close', done));
  const held = new Promise((resolve, reject) => {
    holder.stdout.once('data', resolve);
    holder.once('error', () => reject(new BootstrapError('flock was not found: install util-linux.')));
    holder.once('exit', (code) => {
      const refused = 'refusal' in ifTaken && code === takenExitCode;
      reject(new BootstrapError(refused ? ifTaken.refusal : `The lock ${file} could not be taken.`));
    });
  });
  try {
    await held;
    clearTimeout(waiting);
    return await work();
  } finally {
    clearTimeout(waiting);
    holder.stdin.end();
    await ended;
  }
}
