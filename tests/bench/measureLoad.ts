import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '../../config/settings.ts';

const loaded = z.object({
  ...{ perSecond: z.number(), failed: z.number() },
  ...{ p50: z.number(), p95: z.number(), p99: z.number() },
});
export type Load = z.infer<typeof loaded>;

/** Requests per second and percentiles (ms) of addresses asked in turn. @throws Error when a request failed. */
export async function measureLoad(addresses: string[], connections: number, seconds: number): Promise<Load> {
  const args = ['tests/bench/load.ts', String(connections), String(seconds), ...addresses];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: projectRoot });
  const load = loaded.parse(JSON.parse(stdout));
  if (load.failed > 0) throw new Error(`${load.failed} of the requests to ${addresses[0]} failed`);
  return load;
}
