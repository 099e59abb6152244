import { once } from 'node:events';
import type { Redis } from 'ioredis';
import type { Knex } from 'knex';
import { signAccessToken } from '../../api/accounts/accessToken.ts';
import type { Role } from '../../api/contracts/accounts.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { connectRedis } from '../../config/redis.ts';
import { freePorts } from './freePorts.ts';
import { createOwnRedis } from './ownRedis.ts';
import { startProcess, type RunningProcess } from './startProcess.ts';
import { createClient, type TestClient } from './testClient.ts';
import { createTestDatabase } from './testDatabase.ts';
import { settingsEnv, startWorkersProcess } from './workersProcess.ts';

export interface MediaAndWorkers {
  knex: Knex;
  redis: Redis;
  /** Of tickets. */
  secret: string;
  mediaUrl: () => string;
  /** Someone's way to the api. */
  as: (user: { id: string; role: Role }) => Promise<TestClient>;
  startApi: () => Promise<RunningProcess>;
  startMedia: () => Promise<RunningProcess>;
  startWorkers: () => Promise<RunningProcess>;
  close: () => Promise<void>;
}

/** A database and a Redis of their own for processes that are killed. */
export async function openMediaAndWorkers(): Promise<MediaAndWorkers> {
  const [database, ownRedis, ports] = await Promise.all([
    createTestDatabase(),
    createOwnRedis(),
    freePorts(3),
  ]);
  await ownRedis.start();
  const knex = openDatabase(database.url);
  await migrateToLatest(knex);
  const redis = connectRedis(ownRedis.url, { blocking: true });
  const surroundings = {
    databaseUrl: database.url,
    redisUrl: ownRedis.url,
    smtpUrl: 'smtp://127.0.0.1:1',
  };
  const running = new Set<RunningProcess>();
  const kept = (process: RunningProcess) => {
    running.add(process);
    return process;
  };
  const mediaUrl = () => `http://127.0.0.1:${ports[0]}`;
  const apiUrl = `http://127.0.0.1:${ports[2]}`;
  const env: Record<string, string> = {
    ...settingsEnv(surroundings),
    API_PORT: String(ports[2]),
    ...{ MEDIA_PORT: String(ports[0]), MEDIA_RTC_PORT: String(ports[1]), MEDIA_WORKERS: '1' },
    MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN ?? '',
  };
  return {
    ...{ knex, redis, mediaUrl },
    secret: env.TICKET_SECRET ?? '',
    as: async (user) => {
      const tokens = { jwtSecret: env.JWT_SECRET ?? '', accessSeconds: 600 };
      return createClient(apiUrl, (await signAccessToken(tokens, user, new Date())).accessToken);
    },
    startApi: async () => kept(await startProcess('api/main.ts', { readyUrl: `${apiUrl}/readyz`, env })),
    startWorkers: async () => kept(await startWorkersProcess(surroundings)),
    startMedia: async () =>
      kept(await startProcess('media/main.ts', { readyUrl: `${mediaUrl()}/readyz`, env })),
    async close() {
      await Promise.all([...running].map((process) => process.stop()));
      redis.disconnect();
      await ownRedis.close();
      await knex.destroy();
      await database.drop();
    },
  };
}

export async function kill({ child }: RunningProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
