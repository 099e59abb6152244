import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '../../api/accounts/index.ts';
import { recordFact } from '../../api/attendance/index.ts';
import { Booking } from '../../api/bookings/index.ts';
import { sessionAttendance } from '../../api/contracts/attendance.ts';
import { mentor as mentorView } from '../../api/contracts/mentors.ts';
import { ownReview } from '../../api/contracts/reviews.ts';
import type { Session } from '../../api/sessions/index.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { factBuilder } from '../support/facts.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
let lesson: Session;
let mentor: User;
let asha: User;
let kabir: User;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  [mentor, asha, kabir] = await Promise.all([
    buildUser(api.knex, { role: 'mentor', name: 'Ravi' }),
    buildUser(api.knex, { name: 'Asha' }),
    buildUser(api.knex, { name: 'Kabir' }),
  ]);
  lesson = await buildSession(api.knex, { mentorId: mentor.id, state: 'completed', capacity: 3 });
  for (const { id } of [asha, kabir]) await buildBooking(api.knex, { learnerId: id, sessionId: lesson.id });
  // Asha for six minutes with a gap, Kabir for one.
  await stayed(mentor, 0, 600);
  await stayed(asha, 10, 190);
  await stayed(asha, 250, 430);
  await stayed(kabir, 20, 80);
});

const stayed = async ({ id: userId }: User, from: number, to: number) => {
  const room = factBuilder(lesson.id);
  const fact = room.peerFact(1);
  const joined = fact({ type: 'peer.joined' }, from);
  const left = fact({ type: 'peer.left', reason: 'left' }, to);
  for (const one of [joined, left]) await recordFact(api.knex, Object.assign(one, { userId }));
};
const path = (what: string) => `/api/sessions/${lesson.id}/${what}`;
const rate = async (who: User, stars: number, comment = '') =>
  (await api.as(who)).post(ownReview, path('review'), { stars, comment });
const refusal = async (who: User, method: 'GET' | 'POST', body?: object) =>
  (await (await api.as(who)).refused(method, path('review'), body)).code;
const figures = async () => (await (await api.as(asha)).get(mentorView, `/api/mentors/${mentor.id}`)).rating;
const mine = async (who: User) => (await api.as(who)).get(ownReview, path('review'));

describe('rating a lesson (LES-12, ROOM-17)', () => {
  test('is for who attended by the facts, once, and counts in the mentor’s figures', async () => {
    expect(await mine(asha)).toEqual({ review: null, may: true });
    await Promise.all([1, 2].map(() => rate(asha, 4, ' Clear ')));
    expect(await figures()).toEqual({ average: 4, count: 1 });
    expect((await mine(asha)).review).toMatchObject({ stars: 4, comment: 'Clear' });
    expect((await Booking.query(api.knex).findOne({ learnerId: asha.id }))?.state).toBe('attended');

    await rate(asha, 2);
    expect(await figures()).toEqual({ average: 2, count: 1 });
  });

  test('is refused to who was there for a minute, to the mentor, to strangers, and before the end', async () => {
    expect(await mine(kabir)).toEqual({ review: null, may: false });
    expect(await refusal(kabir, 'POST', { stars: 1 })).toBe('wrong_state');
    for (const who of [mentor, await buildUser(api.knex)]) {
      expect(await refusal(who, 'POST', { stars: 5 })).toBe('forbidden');
      expect(await refusal(who, 'GET')).toBe('forbidden');
    }
    expect(await refusal(asha, 'POST', { stars: 6 })).toBe('invalid');
    await lesson.$query(api.knex).patch({ state: 'live' });
    expect(await refusal(asha, 'POST', { stars: 5 })).toBe('wrong_state');
    expect(await figures()).toEqual({ average: null, count: 0 });
  });

  test('can be changed for 7 days', async () => {
    await rate(asha, 5);
    const given = await api.knex('reviews').where({ learner_id: asha.id }).first<{ created_at: string }>();
    const old = new Date(Date.parse(given.created_at) - 8 * 24 * 3_600_000).toISOString();
    await api.knex('reviews').where({ learner_id: asha.id }).update({ created_at: old });
    expect(await mine(asha)).toMatchObject({ review: { stars: 5 }, may: false });
    expect(await refusal(asha, 'POST', { stars: 1 })).toBe('too_late');
    expect(await figures()).toEqual({ average: 5, count: 1 });
  });
});

describe('who was in the room (LES-9, ROOM-17)', () => {
  const seen = async (who: User) => {
    const { people } = await (await api.as(who)).get(sessionAttendance, path('attendance'));
    return Object.fromEntries(people.map(({ user, seconds, stays }) => [user.name, [seconds, stays.length]]));
  };

  test('is shown to the mentor, and to learners of the mentor and themselves', async () => {
    expect(await seen(mentor)).toEqual({ Ravi: [600, 1], Asha: [360, 2], Kabir: [60, 1] });
    expect(await seen(kabir)).toEqual({ Ravi: [600, 1], Kabir: [60, 1] });
    const stranger = await api.as(await buildUser(api.knex));
    expect((await stranger.refused('GET', path('attendance'))).code).toBe('forbidden');
  });
});
