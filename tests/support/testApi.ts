import { once } from 'node:events';
import type { Redis } from 'ioredis';
import type { Knex } from 'knex';
import { signAccessToken } from '../../api/accounts/accessToken.ts';
import type { User } from '../../api/accounts/index.ts';
import { startApi } from '../../api/server.ts';
import { createLogger, type Logger } from '../../config/logger.ts';
import { connectRedis } from '../../config/redis.ts';
import { loadSettings, type Settings } from '../../config/settings.ts';
import { createClient, type TestClient } from './testClient.ts';
import { copyTestDatabase, createTestDatabase, type TestDatabase } from './testDatabase.ts';
import { openTestRedis } from './testRedis.ts';

export interface TestApi {
  url: string;
  settings: Settings;
  logger: Logger;
  /** The api's own: on SQLite a second connection of one process would wait for the first without end. */
  knex: Knex;
  /** A connection of the test's own. */
  redis: Redis;
  visitor: TestClient;
  /** A client with a valid access token of theirs, without the cost of a log-in. */
  as(user: Pick<User, 'id' | 'role'>): Promise<TestClient>;
  /** The api's clock: real time until a test moves it. */
  now(): Date;
  moveClock(milliseconds: number): void;
  close(): Promise<void>;
}

/**
 * The real api on a free port, with a database and a Redis of its own.
 * @param env settings as the environment would give them; the demo data are there outside production.
 */
export async function startTestApi(env: Record<string, string> = {}): Promise<TestApi> {
  const { TEST_SEEDED_DATABASE: seeded } = process.env;
  const opening = seeded && env.NODE_ENV !== 'production' ? copyTestDatabase(seeded) : createTestDatabase();
  return startTestApiOn(await opening, env);
}

/** @param database whose `drop` the api's end calls */
export async function startTestApiOn(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<TestApi> {
  const testRedis = await openTestRedis();
  const settings = testSettings({ DATABASE_URL: database.url, REDIS_URL: testRedis.url, ...env });
  let offsetMs = 0;
  const now = () => new Date(Date.now() + offsetMs);
  const logger = createLogger('api', settings);
  const api = await startApi(settings, logger, { now });
  // What is asked before would be answered as without Redis.
  const { redis: own } = api.services;
  if (!env.REDIS_URL && own.status !== 'ready') await once(own, 'ready');
  const redis = connectRedis(testRedis.url, { blocking: true });
  return {
    url: api.url,
    settings,
    logger,
    knex: api.services.knex,
    redis,
    visitor: createClient(api.url),
    as: async (user) =>
      createClient(api.url, (await signAccessToken(settings.tokens, user, now())).accessToken),
    now,
    moveClock: (milliseconds) => {
      offsetMs += milliseconds;
    },
    close: async () => {
      await api.close();
      redis.disconnect();
      await Promise.all([database.drop(), testRedis.close()]);
    },
  };
}

function testSettings(env: Record<string, string>): Settings {
  const settings = loadSettings({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    JWT_SECRET: 'a secret for the access tokens of tests',
    TICKET_SECRET: 'a secret for the room tickets of tests',
    DATA_SECRET: 'a secret for what tests seal and sign',
    SMTP_URL: 'smtp://127.0.0.1:1',
    API_CALLS_PER_MINUTE: '1000000',
    API_PAGES_PER_MINUTE: '1000000',
    // A busy machine makes them all the same.
    API_PAGE_PATIENCE_MS: '30000',
    ACCOUNT_CALLS_PER_MINUTE: '1000000',
    ...env,
  });
  return { ...settings, api: { ...settings.api, port: 0 } };
}
