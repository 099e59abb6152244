import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the range from which the system takes ports by itself (ip_local_port_range, from 32768), so that no socket
 * of another test that asked for any free port can come between the choice and its use.
 */
const lowest = 15_000;
const highest = 32_000;
const attempts = 200;

/** Ports of 127.0.0.1 that are free now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freeRunOfPorts(1));
  return [...ports];
}

/**
 * The first of several consecutive ports that are free now, as a media node needs them: one a worker.
 * @throws Error when none was found among many.
 */
export async function freeRunOfPorts(length: number): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const first = randomInt(lowest, highest);
    const free = await Promise.all(Array.from({ length }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`no ${length} consecutive ports are free`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch {
    return false;
  }
  await once(server.close(), 'close');
  return true;
}
