import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Redis } from 'ioredis';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { connectRedis } from '../../config/redis.ts';
import { sharedStream } from '../../media/contracts/shared.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';
import { signTicket } from '../load/clients/signTicket.ts';
import { buildSession, buildUser } from '../support/builders.ts';
import { freePorts } from '../support/freePorts.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { startProcess, type RunningProcess } from '../support/startProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { settingsEnv, startWorkersProcess, type Surroundings } from '../support/workersProcess.ts';

const people = 6;
const each = 15;
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
const stored = async (sessionId: string, table = 'chat_messages') => {
  const rows = await knex<{ client_id: string; session_id: string; position: number }>(table)
    .where({ session_id: sessionId })
    .orderBy('position');
  return rows.map((row) => row.client_id);
};

/** Says each message, or does each thing, until it is acknowledged, as a page does over any number of nodes. */
async function sayAll(person: Person, acknowledged: string[]) {
  const unsaid = new Set(person.messages);
  while (unsaid.size > 0) {
    try {
      const client = await SignallingClient.connect(mediaUrl(), { ticket: await person.ticket() });
      // A request over a socket that died is never answered.
      const lost = new Promise<never>((_, reject) => {
        client.socket.once('disconnect', () => reject(new Error('lost')));
      });
      lost.catch(() => undefined);
      const work = (async () => {
        await client.request('join', { takeOver: true });
        for (const clientId of unsaid) {
          await person.send(client, clientId);
          acknowledged.push(clientId);
          unsaid.delete(clientId);
        }
      })();
      work.catch(() => undefined);
      await Promise.race([work, lost]);
      client.close();
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
interface Person {
  messages: string[];
  ticket: () => Promise<string>;
  send: (client: SignallingClient, clientId: string) => Promise<unknown>;
}
const says = (client: SignallingClient, clientId: string) =>
  client.request('say', { clientId, to: null, text: `said as ${clientId}` });
const adds = (client: SignallingClient, clientId: string) =>
  client.request('changeTopics', { clientId, did: { act: 'add', topic: clientId, title: 'One more' } });

test('kill -9 of media and of workers in a burst loses and doubles no message and no topic (ROOM-8, ROOM-10)', async () => {
  const lesson = await buildSession(knex, { state: 'live' });
  const { id: sessionId, roomCode } = lesson;
  const secret = settingsEnv(surroundings).TICKET_SECRET ?? '';
  const personOf = async (role: 'mentor' | 'learner', send: Person['send']): Promise<Person> => {
    const { id: sub, name } = await buildUser(knex);
    const claims = { sub, name, sessionId, roomCode, role, pictureUrl: null };
    const messages = Array.from({ length: each }, () => randomUUID());
    return { messages, ticket: () => signTicket(claims, secret), send };
  };
  const crowd = await Promise.all(Array.from({ length: people }, () => personOf('learner', says)));
  const mentor = await personOf('mentor', adds);
  const added: string[] = [];
  const acknowledged: string[] = [];
  const [firstMedia, firstWorkers] = await Promise.all([startMedia(), startWorkers()]);
  const saying = Promise.all([...crowd.map((person) => sayAll(person, acknowledged)), sayAll(mentor, added)]);

  await expect.poll(() => acknowledged.length, { interval: 1 }).toBeGreaterThan(10);
  await kill(firstMedia);
  const before = [...acknowledged];
  expect(before.length).toBeLessThan(people * each);
  await expect.poll(async () => (await stored(sessionId)).length, { interval: 1 }).toBeGreaterThan(2);
  const nextWorkers = await startWorkers();
  // One dies with what it has read and not written; the other takes that over.
  await kill(firstWorkers);
  await startMedia();
  await saying;
  await expect.poll(() => redis.xlen(sharedStream)).toBe(0);

  const rows = await stored(sessionId);
  expect(rows.toSorted()).toEqual(crowd.flatMap(({ messages }) => messages).toSorted());
  expect(rows).toEqual(expect.arrayContaining(before));
  expect(new Set(acknowledged)).toEqual(new Set(rows));
  const topics = await stored(sessionId, 'topic_changes');
  expect(topics.toSorted()).toEqual(mentor.messages.toSorted());
  expect(new Set(added)).toEqual(new Set(topics));
  await kill(nextWorkers);
});
