import { once } from 'node:events';
import type { Redis } from 'ioredis';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { connectRedis } from '../../config/redis.ts';
import { sharedStream } from '../../media/contracts/shared.ts';
import { signTicket } from '../load/clients/signTicket.ts';
import { BoardClient, line } from '../support/boardClient.ts';
import { buildSession, buildUser } from '../support/builders.ts';
import { freePorts } from '../support/freePorts.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { startProcess, type RunningProcess } from '../support/startProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { settingsEnv, startWorkersProcess, type Surroundings } from '../support/workersProcess.ts';

const people = 4;
const each = 40;
const patiently = { timeout: 60_000, interval: 5 };
let database: TestDatabase;
let knex: Knex;
let ownRedis: OwnRedis;
let redis: Redis;
let surroundings: Surroundings;
let ports: number[];
const running = new Set<RunningProcess>();

beforeAll(async () => {
  [database, ownRedis, ports] = await Promise.all([createTestDatabase(), createOwnRedis(), freePorts(2)]);
  await ownRedis.start();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  redis = connectRedis(ownRedis.url, { blocking: true });
  surroundings = { databaseUrl: database.url, redisUrl: ownRedis.url, smtpUrl: 'smtp://127.0.0.1:1' };
});
afterAll(async () => {
  await Promise.all([...running].map((process) => process.stop()));
  redis.disconnect();
  await ownRedis.close();
  await knex.destroy();
  await database.drop();
});

const kept = <P extends RunningProcess>(process: P): P => {
  running.add(process);
  return process;
};
const startWorkers = async () => kept(await startWorkersProcess(surroundings));
const mediaUrl = () => `http://127.0.0.1:${ports[0]}`;
const startMedia = async () =>
  kept(
    await startProcess('media/main.ts', {
      readyUrl: `${mediaUrl()}/readyz`,
      env: {
        ...settingsEnv(surroundings),
        ...{ MEDIA_PORT: String(ports[0]), MEDIA_RTC_PORT: String(ports[1]), MEDIA_WORKERS: '1' },
        MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN ?? '',
      },
    }),
  );
const kill = async ({ child }: RunningProcess) => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};
const stored = async (sessionId: string) =>
  knex<{ session_id: string; item_key: string; version: number; position: number }>('board_changes')
    .where({ session_id: sessionId })
    .orderBy(['position', 'item_key']);

test('kill -9 of media and of workers in the middle of drawing loses and doubles nothing (ROOM-9)', async () => {
  const { id: sessionId, roomCode } = await buildSession(knex, { state: 'live' });
  const secret = settingsEnv(surroundings).TICKET_SECRET ?? '';
  const crowd = await Promise.all(
    Array.from({ length: people }, async () => {
      const { id: sub, name } = await buildUser(knex);
      const claims = { sub, name, sessionId, roomCode, role: 'learner' as const, pictureUrl: null };
      return new BoardClient(mediaUrl, () => signTicket(claims, secret));
    }),
  );
  const [firstMedia, firstWorkers] = await Promise.all([startMedia(), startWorkers()]);
  for (const client of crowd) client.goOnline();
  const drawn: string[] = [];
  const draw = (client: BoardClient) => {
    const [item] = client.sync.edit([line('p1')]);
    if (item?.kind === 'element') drawn.push(`e:${item.element.id}`);
  };
  const half = async () => {
    for (let round = 0; round < each / 2; round += 1) {
      for (const client of crowd) draw(client);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await half();
  await expect.poll(async () => (await stored(sessionId)).length, patiently).toBeGreaterThan(0);
  const second = half();
  await kill(firstMedia);
  const nextWorkers = await startWorkers();
  await kill(firstWorkers);
  await startMedia();
  await second;
  await expect.poll(() => crowd.every(({ atRest }) => atRest), patiently).toBe(true);
  await expect.poll(() => redis.xlen(sharedStream), patiently).toBe(0);

  const rows = await stored(sessionId);
  expect(rows.map((row) => row.item_key).toSorted()).toEqual(drawn.toSorted());
  expect(new Set(crowd.map(({ board }) => board)).size).toBe(1);
  for (const client of crowd) client.close();
  await kill(nextWorkers);
}, 180_000);
