import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { BootstrapError } from './BootstrapError.mjs';

const patienceMs = 1000;

/**
 * Runs `work` while holding a lock that other processes, also of other clones, respect.
 *
 * The kernel's file lock is held by a `flock` whose standard input is a pipe from this process: however this
 * process ends, the pipe closes and the lock is free, so no lock can be left behind by a crash.
 * @template T
 * @param {string} file lock file, created when absent and never removed
 * @param {string} what said when another process holds the lock
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, what, work) {
  mkdirSync(dirname(file), { recursive: true });
  // Detached: a Ctrl-C in the terminal must not free the lock before this process has cleaned up.
  const holder = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((done) => holder.once('close', done));
  const waiting = setTimeout(() => console.log(`Waiting for another process: ${what} …`), patienceMs);
  try {
    await new Promise((held, failed) => {
      holder.stdout.once('data', held);
      holder.once('error', () =>
        failed(new BootstrapError('flock was not found: install the package util-linux.')),
      );
      holder.once('exit', (code) =>
        failed(new BootstrapError(`The lock ${file} could not be taken (${code}).`)),
      );
    });
    clearTimeout(waiting);
    return await work();
  } finally {
    clearTimeout(waiting);
    holder.stdin.end();
    await ended;
  }
}
