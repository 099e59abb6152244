import { readFileSync } from 'node:fs';

/**
 * Kills every mediasoup worker of a media process, as the kernel's out-of-memory killer would.
 * @returns how many there were
 */
export function killWorkers(mediaPid: number): number {
  const children = readFileSync(`/proc/${mediaPid}/task/${mediaPid}/children`, 'utf8').trim();
  const workers = children
    .split(' ')
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('mediasoup-worker'));
  for (const pid of workers) process.kill(Number(pid), 'SIGKILL');
  return workers.length;
}
