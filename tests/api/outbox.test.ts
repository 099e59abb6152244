import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ZodError } from 'zod';
import {
  countWaiting,
  emitLive,
  enqueueJob,
  nudgeThrough,
  OutboxRelay,
  removePublished,
  type Delivery,
} from '../../api/outbox/index.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { connectRedis } from '../../config/redis.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const logger = pino({ level: 'silent' });
const soon = { timeout: 10_000, interval: 20 };
let database: TestDatabase;
let knex: Knex;
let ownRedis: OwnRedis;
let redis: Redis;
let relays: OutboxRelay[] = [];
/** What the relays delivered, in order: the room codes of jobs, the session ids of events. */
let delivered: string[] = [];

const delivery: Delivery = {
  job: async (_id, _name, data) => record((data as { roomCode: string }).roomCode),
  event: async (_id, _channels, _name, data) => record((data as { sessionId: string }).sessionId),
};
async function record(what: string) {
  // As a real delivery does, fails while Redis is away.
  await redis.ping();
  delivered.push(what);
}

function startRelay(options: Partial<Parameters<typeof OutboxRelay.start>[0]> = {}) {
  const relay = OutboxRelay.start({ knex, redis, delivery, logger, pollMs: 50, ...options });
  relays.push(relay);
  return relay;
}
const closeRoom = (roomCode: string = randomUUID()) =>
  knex.transaction((trx) => enqueueJob(trx, 'room.close', { roomCode, reason: 'ended' }));
const emitPresence = (sessionId: string) =>
  knex.transaction((trx) => emitLive(trx, ['one'], 'presence.changed', { sessionId, present: [] }));
const uuids = (count: number) => Array.from({ length: count }, () => randomUUID());

beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  ownRedis = await createOwnRedis();
  await ownRedis.start();
  redis = connectRedis(ownRedis.url);
  redis.on('error', () => undefined);
  await vi.waitFor(() => redis.ping(), soon);
});
afterAll(async () => {
  redis.disconnect();
  await ownRedis.close();
  await knex.destroy();
  await database.drop();
});
beforeEach(async () => {
  delivered = [];
  await knex('outbox').delete();
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.close()));
  relays = [];
});

describe('outbox', () => {
  test('a transaction that rolls back leaves nothing to deliver', async () => {
    const failed = knex.transaction(async (trx) => {
      await enqueueJob(trx, 'room.close', { roomCode: randomUUID(), reason: 'ended' });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await countWaiting(knex)).toBe(0);
  });

  test('data that a job does not carry is refused', async () => {
    const wrong = knex.transaction((trx) =>
      enqueueJob(trx, 'room.close', { roomCode: 'not a room', reason: 'ended' }),
    );
    await expect(wrong).rejects.toBeInstanceOf(ZodError);
  });

  test('what an event does not name is left out: nothing private slips through', async () => {
    const sessionId = randomUUID();
    const data = { sessionId, present: [], email: 'meera@example.com' };
    await knex.transaction((trx) => emitLive(trx, ['one'], 'presence.changed', data));
    const row = await knex<{ payload: string }>('outbox').first();
    expect(JSON.parse(row?.payload ?? '')).toEqual({ sessionId, present: [] });
  });

  test('rows are delivered in the order in which they were written, many batches of them', async () => {
    const sessions = uuids(250);
    for (const id of sessions) await emitPresence(id);
    startRelay();
    await expect.poll(() => delivered.length, soon).toBe(sessions.length);
    expect(delivered).toEqual(sessions);
    await expect.poll(() => countWaiting(knex), soon).toBe(0);
  });

  test('a commit wakes the relay, which would not look for an hour', async () => {
    nudgeThrough(redis);
    startRelay({ pollMs: 3_600_000 });
    await expect.poll(async () => (await redis.pubsub('NUMSUB', 'peerlearn:outbox:nudge'))[1], soon).toBe(1);
    const roomCode = randomUUID();
    await closeRoom(roomCode);
    await expect.poll(() => delivered, soon).toEqual([roomCode]);
  });

  test('of several relays at once each row is delivered once, in order, also when one of them ends', async () => {
    const knexOfAnother = openDatabase(database.url);
    const first = startRelay();
    startRelay({ knex: knexOfAnother });
    startRelay({ knex: knexOfAnother });
    const sessions = uuids(60);
    for (const [index, id] of sessions.entries()) {
      await emitPresence(id);
      if (index === 30) await first.close();
    }
    await expect.poll(() => delivered.length, soon).toBe(sessions.length);
    await expect.poll(() => countWaiting(knex), soon).toBe(0);
    expect(delivered).toEqual(sessions);
    await Promise.all(relays.map((relay) => relay.close()));
    await knexOfAnother.destroy();
  });

  test('with Redis away commits go on; when it comes back everything is delivered, in order', async () => {
    nudgeThrough(redis);
    startRelay();
    await ownRedis.stop();
    const sessions = uuids(5);
    for (const id of sessions) await emitPresence(id);
    expect(await countWaiting(knex)).toBe(5);
    await ownRedis.start();
    await expect.poll(() => delivered, soon).toEqual(sessions);
    await expect.poll(() => countWaiting(knex), soon).toBe(0);
  });

  test('a row that could not be delivered holds back those after it', async () => {
    const [first = '', second = ''] = uuids(2);
    await emitPresence(first);
    await emitPresence(second);
    let refusals = 3;
    const hesitant: Delivery = {
      ...delivery,
      event: async (...row) => {
        refusals -= 1;
        if (refusals >= 0) throw new Error('not now');
        await delivery.event(...row);
      },
    };
    startRelay({ delivery: hesitant });
    await expect.poll(() => delivered, soon).toEqual([first, second]);
  });

  test('cleaning removes what was delivered before an instant, and nothing that waits', async () => {
    for (let count = 0; count < 5; count += 1) await closeRoom();
    const relay = startRelay();
    await expect.poll(() => delivered.length, soon).toBe(5);
    await relay.close();
    await closeRoom();
    expect(await removePublished(knex, new Date(Date.now() - 60_000))).toBe(0);
    expect(await removePublished(knex, new Date(Date.now() + 60_000), 2)).toBe(5);
    expect(await countWaiting(knex)).toBe(1);
  });
});
