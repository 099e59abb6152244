import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { User } from '../../api/accounts/index.ts';
import { keptChat } from '../../api/contracts/chat.ts';
import { sharedStream } from '../../media/contracts/shared.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';
import { signTicket } from '../load/clients/signTicket.ts';
import { buildSession, buildUser } from '../support/builders.ts';
import { kill, openMediaAndWorkers, type MediaAndWorkers } from '../support/mediaAndWorkers.ts';

const people = 6;
const each = 15;
let all: MediaAndWorkers;
beforeAll(async () => {
  all = await openMediaAndWorkers();
});
afterAll(() => all.close());

const stored = async (sessionId: string, table = 'chat_messages') => {
  const rows = await all
    .knex<{ client_id: string; session_id: string; position: number }>(table)
    .where({ session_id: sessionId })
    .orderBy('position');
  return rows.map((row) => row.client_id);
};

/** Says each message, or does each thing, until it is acknowledged, as a page does over any number of nodes. */
async function sayAll(person: Person, acknowledged: string[]) {
  const unsaid = new Set(person.messages);
  while (unsaid.size > 0) {
    try {
      const client = await SignallingClient.connect(all.mediaUrl(), { ticket: await person.ticket() });
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

test('kill -9 of media, workers and api in a burst loses and doubles no message and no topic (ROOM-8, ROOM-10)', async () => {
  const lesson = await buildSession(all.knex, { state: 'live' });
  const { id: sessionId, roomCode } = lesson;
  const personOf = async (role: 'mentor' | 'learner', send: Person['send']): Promise<Person> => {
    const { id: sub, name } = await buildUser(all.knex);
    const claims = { sub, name, sessionId, roomCode, role, pictureUrl: null };
    const messages = Array.from({ length: each }, () => randomUUID());
    return { messages, ticket: () => signTicket(claims, all.secret), send };
  };
  const crowd = await Promise.all(Array.from({ length: people }, () => personOf('learner', says)));
  const mentor = await personOf('mentor', adds);
  const added: string[] = [];
  const acknowledged: string[] = [];
  const [firstMedia, firstWorkers, firstApi] = await Promise.all([
    all.startMedia(),
    all.startWorkers(),
    all.startApi(),
  ]);
  const saying = Promise.all([...crowd.map((person) => sayAll(person, acknowledged)), sayAll(mentor, added)]);

  await expect.poll(() => acknowledged.length, { interval: 1 }).toBeGreaterThan(10);
  await kill(firstMedia);
  const before = [...acknowledged];
  expect(before.length).toBeLessThan(people * each);
  await expect.poll(async () => (await stored(sessionId)).length, { interval: 1 }).toBeGreaterThan(2);
  const nextWorkers = await all.startWorkers();
  // One dies with what it has read and not written; the other takes that over.
  await Promise.all([kill(firstWorkers), kill(firstApi)]);
  await Promise.all([all.startMedia(), all.startApi()]);
  await saying;
  await expect.poll(() => all.redis.xlen(sharedStream)).toBe(0);

  const rows = await stored(sessionId);
  expect(rows.toSorted()).toEqual(crowd.flatMap(({ messages }) => messages).toSorted());
  expect(rows).toEqual(expect.arrayContaining(before));
  expect(new Set(acknowledged)).toEqual(new Set(rows));
  const asMentor = await all.as(await User.query(all.knex).findById(lesson.mentorId).throwIfNotFound());
  const path = `/api/sessions/${sessionId}/chat?limit=50`;
  const first = await asMentor.get(keptChat, path);
  const { items } = await asMentor.get(keptChat, `${path}&cursor=${first.nextCursor}`);
  const told = [...first.items, ...items].map(({ text }) => text);
  expect(told).toEqual(rows.map((clientId) => `said as ${clientId}`));
  const topics = await stored(sessionId, 'topic_changes');
  expect(topics.toSorted()).toEqual(mentor.messages.toSorted());
  expect(new Set(added)).toEqual(new Set(topics));
  await kill(nextWorkers);
});
