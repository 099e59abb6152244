import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareRedisServer } from '../launcher/redisServer.ts';
import { hasEnded, startGuarded, stopGuarded } from '../launcher/startGuarded.ts';
import { waitUntil } from '../launcher/waitUntil.ts';
import { OperatorError } from '../terminal/OperatorError.ts';
import type { TestServer } from './testServer.ts';

const graceMs = 10_000;

/** A Redis for one run of the tests, kept as the product's own is, in a temporary folder. */
export async function startTestRedis(program: string, stop: AbortSignal): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-test-redis-'));
  const redis = await prepareRedisServer(program, folder);
  const server = startGuarded(redis.command, redis.args, { env: process.env, stdio: 'ignore' });
  const stopServer = async () => {
    await stopGuarded(server, { graceMs });
    await redis.cleanUp();
    await rm(folder, { recursive: true, force: true });
  };
  await waitUntil(async () => hasEnded(server) || (await redis.isReady()), stop);
  if (hasEnded(server)) {
    await stopServer();
    throw new OperatorError('redis-server did not start for the tests. Does `redis-server` start by hand?');
  }
  return { url: redis.url, stop: stopServer };
}
