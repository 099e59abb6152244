import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attendanceOf, recordFact, roomFacts } from '../../api/attendance/index.ts';
import { StreamConsumer } from '../../api/streams/index.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { connectRedis } from '../../config/redis.ts';
import { factsGroup, factsStream, type RoomFact } from '../../media/contracts/facts.ts';
import { factBuilder } from '../support/facts.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { openTestRedis, type TestRedis } from '../support/testRedis.ts';

const logger = pino({ level: 'silent' });
const soon = { timeout: 10_000, interval: 20 };
const user = factBuilder.userId;
let database: TestDatabase;
let knex: Knex;
let testRedis: TestRedis;
let redis: Redis;
let consumers: StreamConsumer<RoomFact>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  testRedis = await openTestRedis();
  redis = connectRedis(testRedis.url, { blocking: true });
});
afterAll(async () => {
  redis.disconnect();
  await testRedis.close();
  await knex.destroy();
  await database.drop();
});
beforeEach(() => redis.flushdb());
afterEach(async () => {
  await Promise.all(consumers.map((consumer) => consumer.close()));
  consumers = [];
});

type StreamConsumerOptions = Parameters<typeof StreamConsumer.start<RoomFact>>[0];
function startConsumer(options: Partial<StreamConsumerOptions> = {}) {
  const consumer = StreamConsumer.start({
    stream: roomFacts,
    redis: connectRedis(testRedis.url, { blocking: true }),
    record: (fact) => recordFact(knex, fact),
    logger,
    ...options,
  });
  consumers.push(consumer);
  return consumer;
}
const tell = async (...facts: RoomFact[]) => {
  for (const fact of facts) await redis.xadd(factsStream, '*', 'fact', JSON.stringify(fact));
};
const waiting = () => redis.xlen(factsStream);
const storedFacts = async (sessionId: string) =>
  (
    await knex<{ id: string; session_id: string; position: number }>('session_facts')
      .where({ session_id: sessionId })
      .orderBy('position')
  ).map((row) => row.id);
/** Who was said to be present, one list for each event. */
async function presences(sessionId: string) {
  const rows = await knex<{ payload: string; channels: string; name: string; position: number }>('outbox')
    .where({ name: 'presence.changed', channels: JSON.stringify([`session:${sessionId}`]) })
    .orderBy('position');
  return rows.map((row) =>
    (JSON.parse(row.payload) as { present: { userId: string }[] }).present.map(({ userId }) => userId),
  );
}

describe('facts of a room', () => {
  test('are stored with their effects, and give the attendance', async () => {
    const { sessionId, at, fact, peerFact } = factBuilder();
    const [mentor, learner] = [peerFact(0), peerFact(1)];
    startConsumer();
    await tell(
      fact({ type: 'room.opened' }, 0),
      mentor({ type: 'peer.joined' }, 1),
      learner({ type: 'peer.joined' }, 2),
      learner({ type: 'media.started', source: 'camera' }, 3),
      learner({ type: 'peer.left', reason: 'left' }, 9),
      fact({ type: 'room.ended', reason: 'ended' }, 10),
    );
    await expect.poll(waiting, soon).toBe(0);
    expect(await presences(sessionId)).toEqual([[], [user(0)], [user(0), user(1)], [user(0)], []]);
    expect(await attendanceOf(knex, sessionId, new Date(at(60)))).toEqual([
      { userId: user(0), intervals: [{ from: at(1), to: at(10), mediaFlowing: false }] },
      {
        userId: user(1),
        intervals: [
          { from: at(2), to: at(3), mediaFlowing: false },
          { from: at(3), to: at(9), mediaFlowing: true },
        ],
      },
    ]);
    const room = await knex<{ session_id: string; opened_at: string; ended_at: string }>('session_rooms')
      .where({ session_id: sessionId })
      .first();
    expect([room?.opened_at, room?.ended_at]).toEqual([at(0), at(10)]);
  });

  test('that come twice are stored once and tell presence once', async () => {
    const { sessionId, peerFact } = factBuilder();
    const joined = peerFact(0)({ type: 'peer.joined' }, 1);
    startConsumer();
    startConsumer();
    await tell(joined, joined, joined);
    await expect.poll(waiting, soon).toBe(0);
    expect(await storedFacts(sessionId)).toEqual([joined.id]);
    expect(await presences(sessionId)).toEqual([[user(0)]]);
  });

  test('of many people, recorded by two at once, end in a presence that names all', async () => {
    const { sessionId, peerFact } = factBuilder();
    const joins = Array.from({ length: 12 }, (_, index) => peerFact(index)({ type: 'peer.joined' }, index));
    const otherKnex = openDatabase(database.url);
    startConsumer();
    startConsumer({ record: (fact) => recordFact(otherKnex, fact) });
    await tell(...joins);
    await expect.poll(waiting, soon).toBe(0);
    const told = await presences(sessionId);
    expect(told.at(-1)).toEqual(joins.map((_, index) => user(index)));
    await Promise.all(consumers.map((consumer) => consumer.close()));
    await otherKnex.destroy();
  });

  test('that are not understood are set aside and hold up nothing', async () => {
    const { sessionId, peerFact } = factBuilder();
    startConsumer();
    await redis.xadd(factsStream, '*', 'fact', '{"type":"peer.flew"}');
    await redis.xadd(factsStream, '*', 'fact', 'not even JSON');
    await redis.xadd(factsStream, '*', 'something', 'else');
    await tell(peerFact(0)({ type: 'peer.joined' }, 1));
    await expect.poll(() => storedFacts(sessionId), soon).toHaveLength(1);
    await expect.poll(waiting, soon).toBe(0);
    expect(await redis.xlen('peerlearn:facts:rejected')).toBe(3);
  });

  test('that a dead consumer took are taken over', async () => {
    const { sessionId, peerFact } = factBuilder();
    const joined = peerFact(0)({ type: 'peer.joined' }, 1);
    await redis.xgroup('CREATE', factsStream, factsGroup, '0', 'MKSTREAM');
    await tell(joined);
    await redis.xreadgroup('GROUP', factsGroup, 'dead', 'COUNT', 1, 'STREAMS', factsStream, '>');
    startConsumer({ claimAfterMs: 100 });
    await expect.poll(() => storedFacts(sessionId), soon).toEqual([joined.id]);
    await expect.poll(waiting, soon).toBe(0);
  });

  test('wait, in their order, while the database refuses', async () => {
    const { sessionId, peerFact } = factBuilder();
    const facts = [0, 1, 2].map((index) => peerFact(index)({ type: 'peer.joined' }, index));
    let refusals = 2;
    startConsumer({
      record: async (fact) => {
        refusals -= 1;
        if (refusals >= 0) throw new Error('the database is away');
        await recordFact(knex, fact);
      },
    });
    await tell(...facts);
    await expect.poll(() => storedFacts(sessionId), soon).toEqual(facts.map((fact) => fact.id));
    await expect.poll(waiting, soon).toBe(0);
  });

  test('a consumer that ends leaves no name behind', async () => {
    const consumer = startConsumer();
    const names = async () => ((await redis.xinfo('CONSUMERS', factsStream, factsGroup)) as unknown[]).length;
    await tell(factBuilder(randomUUID()).fact({ type: 'room.opened' }, 0));
    await expect.poll(waiting, soon).toBe(0);
    expect(await names()).toBe(1);
    await consumer.close();
    expect(await names()).toBe(0);
  });
});
