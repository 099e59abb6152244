import { type Figures, round } from './figures.ts';
import { childrenOf, residentMb } from '../support/processFigures.ts';
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
