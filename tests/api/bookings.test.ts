import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '../../api/accounts/index.ts';
import { Booking } from '../../api/bookings/index.ts';
import {
  booking as bookingContract,
  bookingPage,
  channels,
  sessionForMe,
} from '../../api/contracts/index.ts';
import { Session } from '../../api/sessions/index.ts';
import { buildBooking, buildSession, buildUser, type SessionOverrides } from '../support/builders.ts';
import { outboxRows } from '../support/outboxRows.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import type { TestClient } from '../support/testClient.ts';

let api: TestApi;
let me: User;
let learner: TestClient;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  me = await buildUser(api.knex);
  learner = await api.as(me);
});
afterAll(() => api.close());

const hourMs = 3_600_000;
const fromNow = (ms: number) => new Date(api.now().getTime() + ms).toISOString();
const book = (sessionId: string) => learner.post(bookingContract, '/api/bookings', { sessionId });
const refused = (sessionId: string) => learner.refused('POST', '/api/bookings', { sessionId });
const seatsTaken = async (id: string) => (await Session.query(api.knex).findById(id))?.seatsTaken;

describe('booking', () => {
  test('a free lesson gives a confirmed seat, and everyone concerned is told in one transaction', async () => {
    const lesson = await buildSession(api.knex, { capacity: 2 });
    const seat = await book(lesson.id);
    expect(seat).toMatchObject({
      state: 'confirmed',
      roomCode: lesson.roomCode,
      learner: { id: me.id, name: me.name },
      session: { id: lesson.id, seatsLeft: 1 },
    });
    expect(await seatsTaken(lesson.id)).toBe(1);
    const mine = (await learner.get(sessionForMe, `/api/sessions/${lesson.id}`)).mine;
    expect(mine).toMatchObject({ bookingId: seat.id, bookingState: 'confirmed' });

    const [changed] = await outboxRows(api.knex, 'booking.changed', seat.id);
    expect(changed?.channels.sort()).toEqual([channels.user(me.id), channels.user(lesson.mentorId)].sort());
    const [card] = await outboxRows(api.knex, 'session.changed', lesson.id);
    expect(card?.payload).toMatchObject({ session: { seatsLeft: 1 } });
    expect(await outboxRows(api.knex, 'mail.bookingConfirmed', seat.id)).toHaveLength(1);
    const told = await outboxRows(api.knex, 'notification.created', `/sessions/${lesson.id}`);
    expect(told.map(({ channels: [to], payload }) => [to, kindOf(payload)])).toEqual([
      [channels.user(me.id), 'booking.confirmed'],
      [channels.user(lesson.mentorId), 'session.booked'],
    ]);
  });
  const kindOf = (payload: unknown) => (payload as { notification: { kind: string } }).notification.kind;

  test('of 50 at once for one seat exactly one wins, and the rest read that it is taken', async () => {
    const lesson = await buildSession(api.knex);
    const clients = await Promise.all(
      Array.from({ length: 50 }, async () => api.as(await buildUser(api.knex))),
    );
    const answers = await Promise.all(
      clients.map((client) => client.send('POST', '/api/bookings', { sessionId: lesson.id })),
    );
    const won = answers.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    const codes = answers.filter((answer) => !won.includes(answer)).map(({ body }) => body);
    for (const body of codes) expect(body).toMatchObject({ status: 409, code: 'slot_taken' });
    expect(await Booking.query(api.knex).where({ sessionId: lesson.id }).resultSize()).toBe(1);
    expect(await seatsTaken(lesson.id)).toBe(1);
    const mails = (await outboxRows(api.knex, 'mail.bookingConfirmed', '')).filter(({ payload }) =>
      won.some(({ body }) => (body as Booking).id === (payload as { bookingId: string }).bookingId),
    );
    expect(mails).toHaveLength(1);
  });

  test('one learner many times at once has one seat', async () => {
    const lesson = await buildSession(api.knex, { capacity: 20 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => learner.send('POST', '/api/bookings', { sessionId: lesson.id })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 201).map(({ body }) => body);
    for (const body of others) expect(body).toMatchObject({ code: 'already_booked' });
    expect(await seatsTaken(lesson.id)).toBe(1);
  });

  test('whoever has the last seat reads that they have it, not that it is taken', async () => {
    const lesson = await buildSession(api.knex);
    await book(lesson.id);
    expect((await refused(lesson.id)).code).toBe('already_booked');
  });

  test.each(['draft', 'completed', 'cancelled', 'missed'] as const)('not of a %s lesson', async (state) => {
    const { id } = await buildSession(api.knex, { state });
    expect((await refused(id)).code).toBe('wrong_state');
    expect(await seatsTaken(id)).toBe(0);
  });

  test('not after its planned end, nor of one that costs', async () => {
    const over = await buildSession(api.knex, { startsAt: fromNow(-hourMs) });
    expect((await refused(over.id)).code).toBe('too_late');
    const paid = await buildSession(api.knex, { pricePaise: 50_000 });
    expect((await refused(paid.id)).code).toBe('wrong_state');
  });

  test('a live lesson can still be booked', async () => {
    const { id } = await buildSession(api.knex, { state: 'live', startsAt: fromNow(0) });
    expect((await book(id)).state).toBe('confirmed');
  });

  test('is for learners, of a lesson that exists, by its id', async () => {
    const { id: sessionId } = await buildSession(api.knex);
    for (const role of ['mentor', 'admin'] as const) {
      const other = await api.as(await buildUser(api.knex, { role }));
      expect((await other.refused('POST', '/api/bookings', { sessionId })).code).toBe('forbidden');
    }
    expect((await api.visitor.refused('POST', '/api/bookings', { sessionId })).code).toBe('not_signed_in');
    expect((await refused(randomUUID())).code).toBe('not_found');
    expect(await refused('nonsense')).toMatchObject({ code: 'invalid', fields: [{ field: 'sessionId' }] });
  });
});

describe('cancelling', () => {
  const cancel = (id: string) => learner.post(bookingContract, `/api/bookings/${id}/cancel`);
  const refusedCancel = (id: string) => learner.refused('POST', `/api/bookings/${id}/cancel`);

  test('frees the seat for others, and for a change of mind', async () => {
    const lesson = await buildSession(api.knex);
    const seat = await book(lesson.id);
    const cancelled = await cancel(seat.id);
    expect(cancelled).toMatchObject({ state: 'cancelled', roomCode: null, session: { seatsLeft: 1 } });
    expect((await learner.get(sessionForMe, `/api/sessions/${lesson.id}`)).mine?.roomCode).toBeNull();
    const events = await outboxRows(api.knex, 'booking.changed', seat.id);
    expect(events.at(-1)?.payload).toMatchObject({ booking: { state: 'cancelled' } });
    const again = await book(lesson.id);
    expect(again.id).not.toBe(seat.id);
    expect(await seatsTaken(lesson.id)).toBe(1);
  });

  test('twice at once frees one seat', async () => {
    const lesson = await buildSession(api.knex, { capacity: 3 });
    await buildBooking(api.knex, { sessionId: lesson.id });
    const seat = await book(lesson.id);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => learner.send('POST', `/api/bookings/${seat.id}/cancel`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await seatsTaken(lesson.id)).toBe(1);
  });

  test.each(['live', 'completed', 'cancelled', 'missed'] as const)(
    'is refused once the lesson is %s',
    async (state) => {
      const { id } = await buildSession(api.knex, { state });
      const seat = await buildBooking(api.knex, { sessionId: id, learnerId: me.id });
      expect((await refusedCancel(seat.id)).code).toBe('wrong_state');
      expect(await seatsTaken(id)).toBe(1);
    },
  );

  test('somebody else’s seat is not found', async () => {
    const seat = await buildBooking(api.knex);
    expect((await refusedCancel(seat.id)).code).toBe('not_found');
    expect((await Booking.query(api.knex).findById(seat.id))?.state).toBe('confirmed');
  });
});

describe('my bookings', () => {
  const list = (query: string) => learner.get(bookingPage, `/api/bookings?${query}`);

  test('upcoming soonest first, past newest first, page by page, and only mine', async () => {
    const seatIn = async (
      hours: number,
      columns: SessionOverrides,
      state: Booking['state'] = 'confirmed',
    ) => {
      const { id } = await buildSession(api.knex, { ...columns, startsAt: fromNow(hours * hourMs) });
      return (await buildBooking(api.knex, { sessionId: id, learnerId: me.id, state })).id;
    };
    const second = await seatIn(48, {});
    const first = await seatIn(24, {});
    const now = await seatIn(-3, { state: 'live' }, 'attended');
    const lastWeek = await seatIn(-150, { state: 'completed' }, 'attended');
    const given = await seatIn(30, {}, 'cancelled');
    const missed = await seatIn(-100, { state: 'missed' });
    await buildBooking(api.knex);

    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await ids('')).toEqual([now, first, second]);
    expect(await ids('scope=past')).toEqual([given, missed, lastWeek]);
    const page = await list('scope=past&limit=2');
    expect(page.items).toHaveLength(2);
    expect(await ids(`scope=past&limit=2&cursor=${page.nextCursor}`)).toEqual([lastWeek]);
  });

  test('a mentor has none to list', async () => {
    const mentor = await api.as(await buildUser(api.knex, { role: 'mentor' }));
    expect((await mentor.refused('GET', '/api/bookings')).code).toBe('forbidden');
  });
});
