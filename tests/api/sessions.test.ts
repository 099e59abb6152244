import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  channels,
  type CreateSessionInput,
  session as sessionContract,
  sessionForMe,
  type SessionPage,
  sessionPage,
} from '../../api/contracts/index.ts';
import { Session } from '../../api/sessions/index.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
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
const hourMs = 60 * minuteMs;
const fromNow = (ms: number) => new Date(api.now().getTime() + ms).toISOString();
const wanted = (changes: Partial<CreateSessionInput> = {}): CreateSessionInput => ({
  title: 'Recursion without fear',
  topics: ['Base case', 'Call stack'],
  startsAt: fromNow(24 * hourMs),
  durationMinutes: 60,
  ...changes,
});
const create = (changes?: Partial<CreateSessionInput>) =>
  mentor.post(sessionContract, '/api/sessions', wanted(changes));

describe('creating a lesson', () => {
  test('publishes it to everyone, in the list and as an event', async () => {
    const made = await create({ capacity: 3, description: 'Two\nlines', domains: ['Coding'] });
    expect(made).toMatchObject({
      state: 'scheduled',
      seatsLeft: 3,
      pricePaise: 0,
      topics: ['Base case', 'Call stack'],
      mentor: { id: mentorId, role: 'mentor' },
    });
    expect(Date.parse(made.endsAt) - Date.parse(made.startsAt)).toBe(hourMs);
    const list = await api.visitor.get(sessionPage, '/api/sessions');
    expect(list.items.find(({ id }) => id === made.id)).toEqual(made);
    const [event] = await outboxRows(api.knex, 'session.published', made.id);
    expect(event).toMatchObject({
      channels: [channels.catalogue, channels.session(made.id)],
      payload: { session: made },
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ['title', { title: ' x ' }],
    ['title', { title: 'x'.repeat(121) }],
    ['title', { title: 'a bell \u0007 rings' }],
    ['description', { description: 'x'.repeat(4001) }],
    ['topics', { topics: [] }],
    ['topics', { topics: Array(21).fill('One') }],
    ['topics.1', { topics: ['One', ' '] }],
    ['domains', { domains: Array(6).fill('One') }],
    ['startsAt', { startsAt: '2030-01-01' }],
    ['startsAt', { startsAt: '2020-01-01T00:00:00.000Z' }],
    ['durationMinutes', { durationMinutes: 14 }],
    ['durationMinutes', { durationMinutes: 241 }],
    ['durationMinutes', { durationMinutes: 30.5 }],
    ['capacity', { capacity: 0 }],
    ['capacity', { capacity: 51 }],
  ])('refuses a wrong %s (%o) and writes nothing', async (field, changes) => {
    const refused = await mentor.refused('POST', '/api/sessions', { ...wanted(), ...changes });
    expect(refused).toMatchObject({ status: 422, code: 'invalid', fields: [{ field }] });
    expect(await Session.query(api.knex).where({ mentorId }).resultSize()).toBe(0);
  });

  test('is for mentors', async () => {
    const learner = await api.as(await buildUser(api.knex));
    expect(await learner.refused('POST', '/api/sessions', wanted())).toMatchObject({ code: 'forbidden' });
    expect(await api.visitor.refused('POST', '/api/sessions', wanted())).toMatchObject({
      code: 'not_signed_in',
    });
  });

  test('two lessons of one mentor may touch, but not overlap', async () => {
    const startsAt = fromNow(48 * hourMs);
    await create({ startsAt });
    for (const minutes of [-59, 0, 30, 59]) {
      const other = { startsAt: new Date(Date.parse(startsAt) + minutes * minuteMs).toISOString() };
      expect(await mentor.refused('POST', '/api/sessions', wanted(other))).toMatchObject({
        code: 'overlaps',
      });
    }
    await create({ startsAt: new Date(Date.parse(startsAt) + hourMs).toISOString() });
    await create({ startsAt: new Date(Date.parse(startsAt) - hourMs).toISOString() });
    // Another mentor's time is their own.
    const other = await api.as(await buildUser(api.knex, { role: 'mentor' }));
    await other.post(sessionContract, '/api/sessions', wanted({ startsAt }));
  });

  test('of many at the same time exactly one is made', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => mentor.send('POST', '/api/sessions', wanted())),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  });
});

describe('lists', () => {
  test('open: live or to come, soonest first, page by page without gap or repeat', async () => {
    const far = (minutes: number) => fromNow(100 * 24 * hourMs + minutes * minuteMs);
    const topic = `Topic ${randomUUID()}`;
    const same = { startsAt: far(0), topics: [topic] };
    const made = [
      await buildSession(api.knex, { startsAt: far(-30), topics: [topic], state: 'live' }),
      ...[await buildSession(api.knex, same), await buildSession(api.knex, same)],
      await buildSession(api.knex, { startsAt: far(30), topics: ['Other', topic] }),
    ];
    for (const state of ['draft', 'completed', 'cancelled', 'missed'] as const)
      await buildSession(api.knex, { startsAt: far(0), topics: [topic], state });
    await buildSession(api.knex, { startsAt: fromNow(-2 * hourMs), topics: [topic] });
    const expected = made
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id))
      .map(({ id }) => id);

    const seen: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null; pages++) {
      const query = new URLSearchParams({ topic: ` ${topic.toUpperCase()} `, limit: '1' });
      if (cursor) query.set('cursor', cursor);
      const page: SessionPage = await api.visitor.get(sessionPage, `/api/sessions?${query.toString()}`);
      expect(pages).toBeLessThan(5);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(expected);
  });

  test('a live lesson that runs over its time stays in the list', async () => {
    const topic = `Topic ${randomUUID()}`;
    const over = { startsAt: fromNow(-2 * hourMs), topics: [topic] };
    const { id } = await buildSession(api.knex, { ...over, state: 'live' });
    const page = await api.visitor.get(sessionPage, `/api/sessions?topic=${topic}`);
    expect(page.items.map((item) => item.id)).toEqual([id]);
  });

  test('mine: all states, newest start first, and only mine', async () => {
    const older = await buildSession(api.knex, {
      mentorId,
      state: 'completed',
      startsAt: fromNow(-72 * hourMs),
    });
    const newer = await buildSession(api.knex, { mentorId });
    await buildSession(api.knex);
    const { items } = await mentor.get(sessionPage, '/api/sessions?scope=mine');
    expect(items.map(({ id }) => id)).toEqual([newer.id, older.id]);
    const learner = await api.as(await buildUser(api.knex));
    expect((await learner.refused('GET', '/api/sessions?scope=mine')).code).toBe('forbidden');
    expect((await api.visitor.refused('GET', '/api/sessions?scope=mine')).code).toBe('not_signed_in');
  });

  test.each(['cursor=nonsense', 'limit=0', 'limit=51', 'scope=all', `topic=${'x'.repeat(81)}`])(
    'refuses %s',
    async (query) => {
      const refused = await api.visitor.refused('GET', `/api/sessions?${query}`);
      expect(refused).toMatchObject({ code: 'invalid', fields: [{ field: query.split('=')[0] }] });
    },
  );
});

describe('one lesson', () => {
  test('says how each caller stands to it; only those who may enter learn the room', async () => {
    const lesson = await buildSession(api.knex, { mentorId, capacity: 5 });
    const [booked, stranger] = [await buildUser(api.knex), await buildUser(api.knex)];
    const seat = await buildBooking(api.knex, { sessionId: lesson.id, learnerId: booked.id });
    const admin = await buildUser(api.knex, { role: 'admin' });
    const path = `/api/sessions/${lesson.id}`;
    const mineOf = async (client: TestClient) => (await client.get(sessionForMe, path)).mine;
    const before = (minutes: number) =>
      new Date(Date.parse(lesson.startsAt) - minutes * minuteMs).toISOString();

    expect(await mineOf(api.visitor)).toBeNull();
    const none = { isMentor: false, bookingId: null, bookingState: null, roomCode: null, opensAt: null };
    expect(await mineOf(await api.as(stranger))).toEqual(none);
    const { roomCode } = lesson;
    expect(await mineOf(mentor)).toEqual({ ...none, isMentor: true, roomCode, opensAt: before(15) });
    expect(await mineOf(await api.as(booked))).toEqual({
      ...{ isMentor: false, bookingId: seat.id, bookingState: 'confirmed', roomCode },
      opensAt: before(5),
    });
    expect(await mineOf(await api.as(admin))).toMatchObject({ roomCode });
  });

  test('is not found under a made-up id, nor another’s draft', async () => {
    const draft = await buildSession(api.knex, { mentorId, state: 'draft' });
    expect((await mentor.get(sessionForMe, `/api/sessions/${draft.id}`)).state).toBe('draft');
    for (const id of [draft.id, randomUUID(), 'nonsense'])
      expect((await api.visitor.refused('GET', `/api/sessions/${id}`)).code).toBe('not_found');
  });

  test('is found by its room’s code by those who may enter, and by nobody else', async () => {
    const lesson = await buildSession(api.knex, { mentorId });
    const booking = await buildBooking(api.knex, { sessionId: lesson.id });
    const path = `/api/rooms/${lesson.roomCode}`;
    const learner = await api.as({ id: booking.learnerId, role: 'learner' });
    for (const client of [mentor, learner]) expect((await client.get(sessionForMe, path)).id).toBe(lesson.id);
    for (const role of ['learner', 'mentor'] as const) {
      const stranger = await api.as(await buildUser(api.knex, { role }));
      expect((await stranger.refused('GET', path)).code).toBe('not_found');
    }
    expect((await api.visitor.refused('GET', path)).code).toBe('not_signed_in');
    expect((await mentor.refused('GET', `/api/rooms/${randomUUID()}`)).code).toBe('not_found');
  });
});
