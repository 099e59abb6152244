import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { User } from '../../api/accounts/index.ts';
import { channels } from '../../api/contracts/events.ts';
import type { NotificationKind } from '../../api/contracts/notifications.ts';
import { preferences, type Preferences } from '../../api/contracts/preferences.ts';
import { Notification, notify } from '../../api/notifications/index.ts';
import { buildSession, buildUser } from '../support/builders.ts';
import { outboxRows } from '../support/outboxRows.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import type { TestClient } from '../support/testClient.ts';

let api: TestApi;
let user: User;
let me: TestClient;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  user = await buildUser(api.knex);
  me = await api.as(user);
});
afterAll(() => api.close());

const no = { email: false, push: false };
const nothing: Preferences['ways'] = { bookings: no, lessons: no, reminders: no, account: no };
const choose = (ways: Partial<Preferences['ways']>) =>
  me.post(preferences, '/api/profile/preferences', { ways: { ...nothing, ...ways } });

/** Tells the person. @returns which jobs and events that wrote. */
async function tell(kind: NotificationKind) {
  const news = { userId: user.id, kind, subject: { title: randomUUID() }, path: '/dashboard' };
  await api.knex.transaction((trx) => notify(trx, api.now(), news));
  const row = await Notification.query(api.knex)
    .where({ userId: user.id })
    .where('subject', 'like', `%${news.subject.title}%`)
    .first()
    .throwIfNotFound();
  const written = async (name: string) => (await outboxRows(api.knex, name, row.id)).length;
  return {
    mails: await written('mail.notification'),
    pushes: await written('push.notification'),
    events: await written('notification.created'),
  };
}

describe('who is told how (LIVE-3)', () => {
  test('by every way, until something else is chosen', async () => {
    expect(await tell('session.live')).toEqual({ mails: 1, pushes: 1, events: 1 });
  });

  test.for([
    ['session.booked', 'bookings'],
    ['session.live', 'lessons'],
    ['session.cancelled', 'lessons'],
    ['session.resources', 'lessons'],
    ['account.exportReady', 'account'],
  ] as const)('%s goes by the choice for %s; the list and open pages always', async ([kind, topic]) => {
    await choose({});
    expect(await tell(kind)).toEqual({ mails: 0, pushes: 0, events: 1 });
    await choose({ [topic]: { email: true, push: false } });
    expect(await tell(kind)).toEqual({ mails: 1, pushes: 0, events: 1 });
    await choose({ [topic]: { email: false, push: true } });
    expect(await tell(kind)).toEqual({ mails: 0, pushes: 1, events: 1 });
  });

  test('of a log-in from a new browser by mail in any case: it is about safety', async () => {
    await choose({});
    expect(await tell('account.newLogIn')).toEqual({ mails: 1, pushes: 0, events: 1 });
  });

  test('a booking is mailed once, with its entry for the calendar', async () => {
    const { id } = await buildSession(api.knex);
    await me.post(z.unknown(), '/api/bookings', { sessionId: id });
    const told = await Notification.query(api.knex).findOne({ userId: user.id });
    expect(told?.kind).toBe('booking.confirmed');
    expect(await outboxRows(api.knex, 'mail.notification', told?.id ?? '-')).toEqual([]);
    expect(await outboxRows(api.knex, 'push.notification', told?.id ?? '-')).toHaveLength(1);
  });

  test('nothing is told when what it is about was rolled back', async () => {
    const title = randomUUID();
    const news = { userId: user.id, kind: 'session.live' as const, subject: { title }, path: '/' };
    const failing = api.knex.transaction(async (trx) => {
      await notify(trx, api.now(), news);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await Notification.query(api.knex).where({ userId: user.id })).toEqual([]);
    expect(await outboxRows(api.knex, 'notification.created', title)).toEqual([]);
  });
});

describe('what is read in one tab', () => {
  const readEvents = () => outboxRows(api.knex, 'notification.read', '"unread"');
  const mine = async () =>
    (await readEvents()).filter(({ channels: to }) => to.includes(channels.user(user.id)));
  const idOf = async () =>
    (await Notification.query(api.knex).where({ userId: user.id }).whereNull('read_at').first())?.id ?? '';

  test('is told to the others, with how many are left, once', async () => {
    await tell('session.live');
    await tell('session.booked');
    const id = await idOf();
    await me.post(z.void(), `/api/notifications/${id}/read`);
    await me.post(z.void(), `/api/notifications/${id}/read`);
    await me.post(z.void(), '/api/notifications/read-all');
    await me.post(z.void(), '/api/notifications/read-all');
    expect((await mine()).map(({ payload }) => payload)).toMatchObject([
      { id, unread: 1 },
      { id: null, unread: 0 },
    ]);
  });

  test('is told to nobody when it was somebody else’s', async () => {
    await tell('session.live');
    const stranger = await api.as(await buildUser(api.knex));
    const id = await idOf();
    expect((await stranger.refused('POST', `/api/notifications/${id}/read`)).code).toBe('not_found');
    expect(await mine()).toEqual([]);
  });
});
