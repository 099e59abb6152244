import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuarded } from '../../bin/launcher/startGuarded.ts';
import { connectRedis } from '../../config/redis.ts';

/** A Redis server that a test may take away and bring back. It keeps what it was told, as the product's own does. */
export interface OwnRedis {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** It keeps its connections and takes new ones, and answers nobody. */
  hang(): void;
  goOn(): void;
  close(): Promise<void>;
}

export async function createOwnRedis(): Promise<OwnRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-redis-'));
  const socket = join(folder, 'redis.sock');
  const url = `unix://${socket}`;
  let server: ChildProcess | undefined;
  const start = async () => {
    const args = [
      '--port',
      '0',
      '--unixsocket',
      socket,
      '--save',
      '',
      '--appendonly',
      'yes',
      '--dir',
      folder,
    ];
    server = startGuarded('redis-server', args, { env: process.env, stdio: 'ignore' });
    const redis = connectRedis(url, { blocking: true });
    redis.on('error', () => undefined);
    await redis.ping();
    redis.disconnect();
  };
  const stop = async () => {
    if (!server) return;
    const gone = once(server, 'exit');
    server.kill();
    // A process that hangs hears nothing else.
    server.kill('SIGCONT');
    await gone;
    server = undefined;
  };
  return {
    url,
    start,
    stop,
    hang: () => void server?.kill('SIGSTOP'),
    goOn: () => void server?.kill('SIGCONT'),
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
