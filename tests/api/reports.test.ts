import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { problem } from '../../api/contracts/errors.ts';
import { type CreateReport, reportPage } from '../../api/contracts/reports.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function lesson() {
  const session = await buildSession(api.knex, { state: 'live', capacity: 3 });
  const learner = await buildUser(api.knex);
  await buildBooking(api.knex, { sessionId: session.id, learnerId: learner.id });
  return { ...session, learner };
}
const path = (sessionId: string) => `/api/sessions/${sessionId}/reports`;
const report = (userId: string): CreateReport => ({ userId, reason: 'rude', text: 'Shouted at everyone.' });

describe('reporting someone in a lesson (ROOM-16)', () => {
  test('a learner reports the mentor, once, and an admin reads it', async () => {
    const { id, title, mentorId, learner } = await lesson();
    const client = await api.as(learner);
    expect((await client.send('POST', path(id), report(mentorId))).status).toBe(204);
    const again = await client.send('POST', path(id), { ...report(mentorId), text: 'And again.' });
    expect([again.status, problem.parse(again.body).code]).toEqual([409, 'conflict']);
    const admin = await api.as(await buildUser(api.knex, { role: 'admin' }));
    const { items } = await admin.get(reportPage, '/api/reports');
    expect(items.filter(({ session }) => session.id === id)).toMatchObject([
      {
        ...{ session: { id, title }, reason: 'rude', text: 'Shouted at everyone.' },
        ...{ reporter: { id: learner.id }, reported: { id: mentorId } },
      },
    ]);
  });

  test('the list is leafed through, newest first', async () => {
    const { id, mentorId, learner } = await lesson();
    const other = await buildUser(api.knex);
    await buildBooking(api.knex, { sessionId: id, learnerId: other.id });
    for (const userId of [mentorId, other.id]) {
      await (await api.as(learner)).send('POST', path(id), report(userId));
    }
    const admin = await api.as(await buildUser(api.knex, { role: 'admin' }));
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor === '' ? 'limit=1' : `limit=1&cursor=${cursor}`;
      const page: z.infer<typeof reportPage> = await admin.get(reportPage, `/api/reports?${query}`);
      expect(page.items.length).toBeLessThanOrEqual(1);
      seen.push(...page.items.map((item) => `${item.session.id} ${item.reported.id}`));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([`${id} ${mentorId}`, `${id} ${other.id}`]));
  });

  test('only who shares the lesson reports, and only others who share it', async () => {
    const { id, mentorId, learner } = await lesson();
    const stranger = await buildUser(api.knex);
    const givenUp = await buildUser(api.knex);
    await buildBooking(api.knex, { sessionId: id, learnerId: givenUp.id, state: 'cancelled' });
    const admin = await buildUser(api.knex, { role: 'admin' });
    const cases = [
      [stranger, mentorId, 403],
      [givenUp, mentorId, 403],
      [admin, mentorId, 403],
      [learner, stranger.id, 404],
      [learner, learner.id, 404],
      [learner, randomUUID(), 404],
    ] as const;
    for (const [who, userId, status] of cases) {
      expect((await (await api.as(who)).send('POST', path(id), report(userId))).status).toBe(status);
    }
    const nowhere = await (await api.as(learner)).send('POST', path(randomUUID()), report(mentorId));
    expect(nowhere.status).toBe(404);
  });

  test('what is no report is refused', async () => {
    const { id, mentorId, learner } = await lesson();
    const client = await api.as(learner);
    const bad = [
      {},
      { ...report(mentorId), reason: 'dislike' },
      { ...report('someone') },
      { ...report(mentorId), text: 'a'.repeat(2001) },
      { ...report(mentorId), text: 'a\u0000b' },
    ];
    for (const body of bad) expect((await client.send('POST', path(id), body)).status).toBe(422);
  });
});
