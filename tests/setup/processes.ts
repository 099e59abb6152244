import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect } from 'vitest';

/** Ids of the processes that name a folder in their arguments or environment, or work in it. */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) => traces(pid).some((trace) => trace.includes(folder)));
}

function traces(pid: number): string[] {
  return [
    () => readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
    () => readFileSync(`/proc/${pid}/environ`, 'utf8'),
    // Redis writes its title over both of these.
    () => readlinkSync(`/proc/${pid}/cwd`),
  ].map((read) => {
    try {
      return read();
    } catch {
      // It ended meanwhile, or belongs to the kernel.
      return '';
    }
  });
}

export async function untilNoProcessOf(folder: string): Promise<void> {
  await expect.poll(() => processesOf(folder), { timeout: 25_000 }).toEqual([]);
}
