import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../api/audit/model.ts';
import { Booking } from '../../api/bookings/index.ts';
import { channels, notificationPage, session as sessionContract } from '../../api/contracts/index.ts';
import { Session } from '../../api/sessions/index.ts';
import { extension } from '../../api/sessions/rules.ts';
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
const fromNow = (minutes: number) => new Date(api.now().getTime() + minutes * minuteMs).toISOString();
const later = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * minuteMs).toISOString();
const lessonNow = async ({ id }: Session) => Session.query(api.knex).findById(id).throwIfNotFound();
/** A live lesson of an hour that ends in so many minutes. */
const endingIn = (minutes: number, changes: SessionOverrides = {}) =>
  buildSession(api.knex, { mentorId, startsAt: fromNow(minutes - 60), state: 'live', ...changes });

describe('more time for a lesson (ROOM-11)', () => {
  const pathOf = ({ id }: Session) => `/api/sessions/${id}/extend`;
  const wish = (lesson: Session, minutes = 10) => ({ minutes, endsAt: lesson.endsAt });
  const extend = (lesson: Session, minutes = 10) =>
    mentor.post(sessionContract, pathOf(lesson), wish(lesson, minutes));
  const refused = (lesson: Session, minutes = 10) =>
    mentor.refused('POST', pathOf(lesson), wish(lesson, minutes));

  test('moves its planned end, for everybody who sees it, and is on record', async () => {
    const lesson = await endingIn(8);
    const extended = await extend(lesson);
    const plan = { endsAt: later(lesson.endsAt, 10), durationMinutes: 70, extendedMinutes: 10 };
    expect(extended).toMatchObject(plan);
    expect(await lessonNow(lesson)).toMatchObject(plan);
    const [told] = await outboxRows(api.knex, 'session.changed', lesson.id);
    expect(told?.channels).toContain(channels.catalogue);
    expect(told?.payload).toEqual({ session: extended });
    const [entry] = await AuditEntry.query(api.knex).where({ subjectId: lesson.id });
    expect(entry).toMatchObject({ act: 'session.extended', actorId: mentorId });
    expect(JSON.parse(entry?.after ?? '')).toEqual({ endsAt: plan.endsAt });
  });

  test('in overtime begins now, in whole minutes', async () => {
    const lesson = await endingIn(-7);
    const { endsAt, durationMinutes } = await extend(lesson, 5);
    expect([72, 73]).toContain(durationMinutes);
    expect(endsAt).toBe(later(lesson.startsAt, durationMinutes));
    expect(Date.parse(endsAt)).toBeGreaterThan(api.now().getTime() + 4 * minuteMs);
  });

  test('a press that comes twice, or twice at once, counts once; two different wishes are not added up', async () => {
    const lesson = await endingIn(8);
    const answers = await Promise.all([extend(lesson), extend(lesson), extend(lesson)]);
    expect(new Set(answers.map(({ endsAt }) => endsAt))).toEqual(new Set([later(lesson.endsAt, 10)]));
    expect(await AuditEntry.query(api.knex).where({ subjectId: lesson.id }).resultSize()).toBe(1);
    expect((await refused(lesson, 15)).code).toBe('conflict');
    expect(await lessonNow(lesson)).toMatchObject({ extendedMinutes: 10 });
  });

  test('is refused when the mentor’s next lesson begins in it, by that lesson’s name', async () => {
    const lesson = await endingIn(8);
    const next = await buildSession(api.knex, {
      mentorId,
      startsAt: later(lesson.endsAt, 10),
      title: 'Next',
    });
    await extend(lesson, 10);
    const problem = await refused(await lessonNow(lesson), 5);
    expect(problem).toMatchObject({ code: 'overlaps', fields: [{ field: 'nextSession', message: 'Next' }] });
    await next.$query(api.knex).patch({ state: 'cancelled' });
    await extend(await lessonNow(lesson), 5);
  });

  test('a next lesson that is published at the same moment and more of this one: one of them is refused', async () => {
    for (let round = 0; round < 3; round++) {
      const lesson = await endingIn(8);
      const draft = {
        title: 'Next',
        topics: ['Sets'],
        startsAt: later(lesson.endsAt, 4),
        durationMinutes: 15,
      };
      const statuses = await Promise.all([
        mentor.send('POST', pathOf(lesson), wish(lesson, 5)),
        mentor.send('POST', '/api/sessions', draft),
      ]).then((answers) => answers.map(({ status }) => status));
      expect(statuses.filter((status) => status === 409)).toHaveLength(1);
      await Session.query(api.knex).where({ mentorId }).patch({ state: 'completed' });
    }
  });

  test('is refused when the one learner is booked elsewhere then, not for one of a group', async () => {
    const learner = await buildUser(api.knex, { name: 'Asha Rao' });
    const alone = await endingIn(8);
    const other = await buildUser(api.knex, { role: 'mentor' });
    const { startsAt } = alone;
    const group = await endingIn(8, { capacity: 3, mentorId: other.id, startsAt });
    const elsewhere = await buildSession(api.knex, { startsAt: later(alone.endsAt, 5) });
    for (const { id } of [alone, group, elsewhere])
      await buildBooking(api.knex, { sessionId: id, learnerId: learner.id });
    await extend(alone, 5).then((extended) => expect(extended.extendedMinutes).toBe(5));
    expect(await refused(await lessonNow(alone), 5)).toMatchObject({
      code: 'overlaps',
      fields: [{ field: 'busyLearner', message: 'Asha Rao' }],
    });
    const answer = await (await api.as(other)).send('POST', pathOf(group), wish(group, 15));
    expect(answer.status).toBe(200);
  });

  test('only by its mentor, only while it is live, and by an hour at most', async () => {
    const others = await endingIn(8, { mentorId: (await buildUser(api.knex, { role: 'mentor' })).id });
    expect((await refused(others)).code).toBe('not_found');
    for (const state of ['scheduled', 'completed', 'cancelled', 'missed'] as const) {
      expect((await refused(await endingIn(8, { state }))).code).toBe('wrong_state');
    }
    const long = await endingIn(8, { extendedMinutes: 50 });
    expect((await refused(long, 11)).code).toBe('too_late');
    await extend(long, 10);
    expect((await mentor.refused('POST', pathOf(long), { minutes: 0, endsAt: long.endsAt })).code).toBe(
      'invalid',
    );
  });

  test('its rule never moves an end back, and keeps end and length together', () => {
    const startsAt = '2026-11-21T10:00:00.000Z';
    const startMs = Date.parse(startsAt);
    const cases = {
      durationMinutes: fc.integer({ min: 15, max: 240 }),
      minutes: fc.integer({ min: 1, max: 60 }),
      nowMs: fc.integer({ min: 0, max: 5 * 3600_000 }),
    };
    fc.assert(
      fc.property(fc.record(cases), ({ durationMinutes, minutes, nowMs }) => {
        const endsAt = later(startsAt, durationMinutes);
        const lesson = { state: 'live' as const, startsAt, endsAt, durationMinutes, extendedMinutes: 0 };
        const now = new Date(startMs + nowMs);
        const next = extension(lesson, { minutes, seenEnd: endsAt }, now);
        if (next === 'done' || 'refused' in next) {
          expect(next).toEqual({ refused: 'too_late' });
          return;
        }
        expect(next.endsAt).toBe(later(startsAt, next.durationMinutes));
        expect(next.extendedMinutes).toBe(next.durationMinutes - durationMinutes);
        expect(Date.parse(next.endsAt)).toBeGreaterThanOrEqual(Date.parse(endsAt) + minutes * minuteMs);
        expect(Date.parse(next.endsAt)).toBeGreaterThanOrEqual(now.getTime() + minutes * minuteMs);
      }),
    );
  });
});

describe('a mentor cancels a lesson to come (LES-1, ROOM-3)', () => {
  const pathOf = ({ id }: Session) => `/api/sessions/${id}/cancel`;
  const refused = (lesson: Session) => mentor.refused('POST', pathOf(lesson));

  test('with all its seats; those who had them are told, and its room is closed', async () => {
    const lesson = await buildSession(api.knex, { mentorId, capacity: 3, startsAt: fromNow(6) });
    const seats = [
      await buildBooking(api.knex, { sessionId: lesson.id }),
      await buildBooking(api.knex, { sessionId: lesson.id }),
    ];
    const cancelled = await mentor.post(sessionContract, pathOf(lesson));
    expect(cancelled).toMatchObject({ state: 'cancelled', seatsLeft: 3 });
    for (const { id, learnerId } of seats) {
      expect((await Booking.query(api.knex).findById(id))?.state).toBe('cancelled');
      const learner = await api.as({ id: learnerId, role: 'learner' });
      const list = await learner.get(notificationPage, '/api/notifications');
      expect(list.items).toMatchObject([{ kind: 'session.cancelled', subject: { title: lesson.title } }]);
      const [told] = await outboxRows(api.knex, 'booking.changed', id);
      expect(told?.channels).toEqual([channels.user(learnerId), channels.user(mentorId)]);
    }
    const [job] = await outboxRows(api.knex, 'room.close', lesson.roomCode);
    expect(job?.payload).toEqual({ roomCode: lesson.roomCode, reason: 'cancelled' });
    expect((await refused(lesson)).code).toBe('wrong_state');
  });

  test('until 5 minutes before the start, only by its mentor, and not once it is live', async () => {
    expect((await refused(await buildSession(api.knex, { mentorId, startsAt: fromNow(5) }))).code).toBe(
      'too_late',
    );
    expect((await refused(await endingIn(8))).code).toBe('wrong_state');
    expect((await refused(await buildSession(api.knex))).code).toBe('not_found');
  });
});
