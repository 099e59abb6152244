import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Process ids whose command line or environment holds a text that nothing else on the machine has. */
export function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) => read(pid, 'cmdline').includes(text) || read(pid, 'environ').includes(text));
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

export async function untilNoProcessWith(text: string): Promise<void> {
  await expect.poll(() => processesWith(text), { timeout: 25_000 }).toEqual([]);
}
