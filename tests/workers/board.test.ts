import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedStream } from '../../media/contracts/shared.ts';
import { signTicket } from '../load/clients/signTicket.ts';
import { BoardClient, line } from '../support/boardClient.ts';
import { buildSession, buildUser } from '../support/builders.ts';
import { kill, openMediaAndWorkers, type MediaAndWorkers } from '../support/mediaAndWorkers.ts';

const people = 4;
const each = 40;
const patiently = { timeout: 60_000, interval: 5 };
let all: MediaAndWorkers;
beforeAll(async () => {
  all = await openMediaAndWorkers();
});
afterAll(() => all.close());

const stored = async (sessionId: string) =>
  all
    .knex<{ session_id: string; item_key: string; version: number; position: number }>('board_changes')
    .where({ session_id: sessionId })
    .orderBy(['position', 'item_key']);

test('kill -9 of media and of workers in the middle of drawing loses and doubles nothing (ROOM-9)', async () => {
  const { id: sessionId, roomCode } = await buildSession(all.knex, { state: 'live' });
  const crowd = await Promise.all(
    Array.from({ length: people }, async () => {
      const { id: sub, name } = await buildUser(all.knex);
      const claims = { sub, name, sessionId, roomCode, role: 'learner' as const, pictureUrl: null };
      return new BoardClient(all.mediaUrl, () => signTicket(claims, all.secret));
    }),
  );
  const [firstMedia, firstWorkers] = await Promise.all([all.startMedia(), all.startWorkers()]);
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
  const nextWorkers = await all.startWorkers();
  await kill(firstWorkers);
  await all.startMedia();
  await second;
  await expect.poll(() => crowd.every(({ atRest }) => atRest), patiently).toBe(true);
  await expect.poll(() => all.redis.xlen(sharedStream), patiently).toBe(0);

  const rows = await stored(sessionId);
  expect(rows.map((row) => row.item_key).toSorted()).toEqual(drawn.toSorted());
  expect(new Set(crowd.map(({ board }) => board)).size).toBe(1);
  for (const client of crowd) client.close();
  await kill(nextWorkers);
}, 180_000);
