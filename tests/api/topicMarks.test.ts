import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '../../api/accounts/index.ts';
import { coveredTopics } from '../../api/contracts/topicMarks.ts';
import type { Session } from '../../api/sessions/index.ts';
import { chaptersOf, recordTopicChange } from '../../api/topicMarks/index.ts';
import type { TopicAct } from '../../media/contracts/topics.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
let lesson: Session;
let mentor: User;
let asha: User;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  [mentor, asha] = await Promise.all([buildUser(api.knex, { role: 'mentor' }), buildUser(api.knex)]);
  const topics = ['Iterators', 'yield', 'Pipelines'];
  lesson = await buildSession(api.knex, { mentorId: mentor.id, state: 'completed', topics });
  await buildBooking(api.knex, { learnerId: asha.id, sessionId: lesson.id, state: 'attended' });
});

const at = (second: number) => `2026-01-05T10:00:${String(second).padStart(2, '0')}.000Z`;
const entry = (position: number, did: TopicAct) => ({
  kind: 'topics' as const,
  ...{ id: randomUUID(), clientId: randomUUID(), position, at: at(position), clockMs: position * 900, did },
  ...{ sessionId: lesson.id, roomCode: lesson.roomCode, userId: mentor.id },
});
const done = async (position: number, did: TopicAct) => {
  const made = entry(position, did);
  await recordTopicChange(api.knex, made);
  return made;
};
const topicsFor = async (who: User) =>
  (await (await api.as(who)).get(coveredTopics, `/api/sessions/${lesson.id}/topics`)).items;

describe('a lesson’s checklist (ROOM-10)', () => {
  test('is kept once, and shows those of the room what was covered and when', async () => {
    const added = randomUUID();
    const first = await done(1, { act: 'tick', topic: '1' });
    await recordTopicChange(api.knex, first);
    // Sent again after the room's log was lost.
    await recordTopicChange(api.knex, { ...first, id: randomUUID(), position: 9, at: at(9) });
    await done(2, { act: 'add', topic: added, title: 'Why it stops' });
    await done(4, { act: 'tick', topic: '0' });
    await done(3, { act: 'tick', topic: added });
    await done(5, { act: 'tick', topic: '2' });
    await done(6, { act: 'untick', topic: '2' });
    const expected = [
      { title: 'Iterators', covered: { at: at(4), clockMs: 3600 } },
      { title: 'yield', covered: { at: at(1), clockMs: 900 } },
      { title: 'Pipelines', covered: null },
      { title: 'Why it stops', covered: { at: at(3), clockMs: 2700 } },
    ];
    for (const who of [mentor, asha]) expect(await topicsFor(who)).toEqual(expected);
    const refused = (await api.as(await buildUser(api.knex))).refused(
      'GET',
      `/api/sessions/${lesson.id}/topics`,
    );
    expect((await refused).code).toBe('forbidden');
  });

  test('gives chapters in the order of time (ROOM-12)', async () => {
    await done(2, { act: 'tick', topic: '0' });
    await done(1, { act: 'tick', topic: '2' });
    expect(await chaptersOf(api.knex, lesson.id)).toEqual([
      { title: 'Pipelines', at: at(1), atMs: 900 },
      { title: 'Iterators', at: at(2), atMs: 1800 },
    ]);
  });
});
