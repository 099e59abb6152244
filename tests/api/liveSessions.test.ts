import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channels, notificationPage, session as sessionContract } from '../../api/contracts/index.ts';
import { Session } from '../../api/sessions/index.ts';
import { buildBooking, buildSession, buildUser, type SessionOverrides } from '../support/builders.ts';
import { outboxRows } from '../support/outboxRows.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import type { TestClient } from '../support/testClient.ts';

let api: TestApi;
let mentor: TestClient;
let mentorId: string;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  const user = await buildUser(api.knex, { role: 'mentor' });
  mentorId = user.id;
  mentor = await api.as(user);
});
afterAll(() => api.close());

const minuteMs = 60_000;
const fromNow = (ms: number) => new Date(api.now().getTime() + ms).toISOString();

describe('going live and ending', () => {
  const act = (name: 'live' | 'end', id: string) =>
    mentor.post(sessionContract, `/api/sessions/${id}/${name}`);
  const refused = (name: 'live' | 'end', id: string) => mentor.refused('POST', `/api/sessions/${id}/${name}`);
  /** A lesson that starts in so many minutes, or started so many ago, for an hour. */
  const startingIn = (minutes: number, changes: SessionOverrides = {}) =>
    buildSession(api.knex, { mentorId, startsAt: fromNow(minutes * minuteMs), ...changes });

  test('opens 15 minutes before the start and closes at the planned end', async () => {
    const soon = await startingIn(15);
    expect((await refused('live', (await startingIn(16)).id)).code).toBe('too_early');
    expect((await act('live', soon.id)).state).toBe('live');
    expect((await act('live', (await startingIn(-59)).id)).state).toBe('live');
    expect((await refused('live', (await startingIn(-60)).id)).code).toBe('too_late');
  });

  test('by the api’s own clock', async () => {
    const lesson = await startingIn(120);
    expect((await refused('live', lesson.id)).code).toBe('too_early');
    api.moveClock(106 * minuteMs);
    mentor = await api.as({ id: mentorId, role: 'mentor' });
    expect((await act('live', lesson.id)).state).toBe('live');
  });

  test('tells the catalogue, and each learner by name of the lesson', async () => {
    const lesson = await startingIn(0, { capacity: 2 });
    const { learnerId } = await buildBooking(api.knex, { sessionId: lesson.id });
    const gone = await buildBooking(api.knex, { sessionId: lesson.id, state: 'cancelled' });
    const live = await act('live', lesson.id);
    await act('live', lesson.id);
    const learner = await api.as({ id: learnerId, role: 'learner' });
    const list = await learner.get(notificationPage, '/api/notifications');
    expect(list).toMatchObject({
      unread: 1,
      items: [
        { kind: 'session.live', subject: { title: lesson.title }, path: `/session/${lesson.roomCode}` },
      ],
    });
    const events = await outboxRows(api.knex, 'notification.created', lesson.roomCode);
    expect(events.map((event) => event.channels)).toEqual([[channels.user(learnerId)]]);
    expect(await outboxRows(api.knex, 'notification.created', gone.learnerId)).toEqual([]);
    const [changed] = await outboxRows(api.knex, 'session.changed', lesson.id);
    expect(changed?.payload).toEqual({ session: live });
  });

  test('ending completes the lesson and closes its room', async () => {
    const lesson = await startingIn(0);
    await act('live', lesson.id);
    const ended = await act('end', lesson.id);
    expect(ended.state).toBe('completed');
    const [job] = await outboxRows(api.knex, 'room.close', lesson.roomCode);
    expect(job?.payload).toEqual({ roomCode: lesson.roomCode, reason: 'ended' });
  });

  test.each([
    ['live', ['completed', 'cancelled', 'missed', 'draft']],
    ['end', ['scheduled', 'completed', 'cancelled', 'missed', 'draft']],
  ] as const)('%s is refused from every other state', async (name, states) => {
    for (const state of states) {
      const { id } = await buildSession(api.knex, { mentorId, startsAt: fromNow(0), state });
      expect((await refused(name, id)).code).toBe('wrong_state');
      expect((await Session.query(api.knex).findById(id))?.state).toBe(state);
    }
  });

  test('another mentor’s lesson is not found', async () => {
    const other = await buildSession(api.knex, { startsAt: fromNow(0) });
    for (const name of ['live', 'end'] as const)
      expect((await refused(name, other.id)).code).toBe('not_found');
  });
});
