import { readdir, readFile } from 'node:fs/promises';
import { type Figures, round } from './figures.ts';
import type { Product } from '../support/startProduct.ts';

/** Resident memory of each process at rest, from /proc (proc(5): VmRSS), mediasoup's workers counted apart. */
export async function benchMemory(product: Product): Promise<Figures> {
  const figures: Figures = {};
  for (const [name, { pid }] of Object.entries(product.processes)) {
    figures[`${name}RestMb`] = { value: await residentMb(pid), unit: 'MB', about: `${name} at rest` };
  }
  const workers = await childrenOf(product.processes.media.pid);
  const sizes = await Promise.all(workers.map(residentMb));
  figures.mediasoupWorkersRestMb = {
    value: round(sizes.reduce((sum, size) => sum + size, 0)),
    unit: 'MB',
    about: `${workers.length} mediasoup workers together, at rest`,
  };
  return figures;
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  if (!kilobytes) throw new Error(`process ${pid} shows no resident memory`);
  return round(kilobytes / 1024, 1);
}

async function childrenOf(parent: number): Promise<number[]> {
  const threads = await readdir(`/proc/${parent}/task`);
  const lists = await Promise.all(
    threads.map((id) => readFile(`/proc/${parent}/task/${id}/children`, 'utf8')),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
