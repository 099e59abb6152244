import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuarded } from '../../bin/launcher/startGuarded.ts';
import { connectRedis } from '../../config/redis.ts';

export interface TestRedis {
  url: string;
  close(): Promise<void>;
}

/** Test files that run at the same time have different pool ids, so each gets a database of its own. */
const databaseNumber = Number(process.env.VITEST_POOL_ID ?? 0) % 16;

/**
 * An empty Redis database that no other test file uses at the same time: one of the server at TEST_REDIS_URL,
 * or a server started for this file alone.
 */
export async function openTestRedis(): Promise<TestRedis> {
  const shared = process.env.TEST_REDIS_URL;
  if (!shared) return startRedis();
  const url = withDatabase(shared);
  await empty(url);
  return { url, close: () => empty(url) };
}

function withDatabase(shared: string): string {
  const url = new URL(shared);
  if (url.protocol === 'unix:') url.searchParams.set('db', String(databaseNumber));
  else url.pathname = `/${databaseNumber}`;
  return url.href;
}

async function empty(url: string) {
  const redis = connectRedis(url, { blocking: true });
  // A server that was started a moment ago refuses the first connections.
  redis.on('error', () => undefined);
  await redis.flushdb();
  redis.disconnect();
}

async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-redis-'));
  const socket = join(folder, 'redis.sock');
  const args = ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder];
  const server = startGuarded('redis-server', args, { env: process.env, stdio: 'ignore' });
  const url = `unix://${socket}`;
  // Connecting retries until the server listens.
  await empty(url);
  return {
    url,
    close: async () => {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
