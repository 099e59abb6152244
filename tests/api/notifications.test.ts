import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { notificationPage } from '../../api/contracts/index.ts';
import { Notification } from '../../api/notifications/model.ts';
import { buildUser } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import type { TestClient } from '../support/testClient.ts';

let api: TestApi;
let me: TestClient;
let userId: string;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  const user = await buildUser(api.knex);
  userId = user.id;
  me = await api.as(user);
});
afterAll(() => api.close());

async function buildNotification(createdAt: string, ownerId = userId) {
  const id = randomUUID();
  await Notification.query(api.knex).insert({
    ...{ id, userId: ownerId, createdAt, readAt: null },
    kind: 'booking.confirmed',
    subject: { title: 'Ragas for beginners' },
    path: '/sessions/somewhere',
  });
  return id;
}
const list = (query = '') => me.get(notificationPage, `/api/notifications${query}`);
const at = (second: number) => `2026-11-21T10:00:0${second}.000Z`;

describe('notifications', () => {
  test('come newest first, page by page, with the count of unread ones', async () => {
    const ids = [
      await buildNotification(at(1)),
      await buildNotification(at(3)),
      await buildNotification(at(2)),
    ];
    await buildNotification(at(4), (await buildUser(api.knex)).id);
    const first = await list('?limit=2');
    expect(first.items.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    expect(first.unread).toBe(3);
    expect(first.items[0]).toMatchObject({ subject: { title: 'Ragas for beginners' }, readAt: null });
    const rest = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect(rest.items.map(({ id }) => id)).toEqual([ids[0]]);
    expect(rest.nextCursor).toBeNull();
  });

  test('are marked as read one by one, and stay read at the first time', async () => {
    const [one] = [await buildNotification(at(1)), await buildNotification(at(2))];
    await me.post(z.void(), `/api/notifications/${one}/read`);
    const readAt = (await list()).items.find(({ id }) => id === one)?.readAt;
    expect(readAt).not.toBeNull();
    api.moveClock(1_000);
    await me.post(z.void(), `/api/notifications/${one}/read`);
    const after = await list();
    expect(after.items.find(({ id }) => id === one)?.readAt).toBe(readAt);
    expect(after.unread).toBe(1);
  });

  test('are marked as read all at once, one’s own only', async () => {
    const otherId = (await buildUser(api.knex)).id;
    await buildNotification(at(1), otherId);
    await buildNotification(at(1));
    await me.post(z.void(), '/api/notifications/read-all');
    expect((await list()).unread).toBe(0);
    const others = await Notification.query(api.knex).where({ userId: otherId });
    expect(others.map(({ readAt }) => readAt)).toEqual([null]);
  });

  test('somebody else’s are not found, and visitors have none', async () => {
    const foreign = await buildNotification(at(1), (await buildUser(api.knex)).id);
    for (const id of [foreign, randomUUID(), 'nonsense'])
      expect((await me.refused('POST', `/api/notifications/${id}/read`)).code).toBe('not_found');
    expect((await Notification.query(api.knex).findById(foreign))?.readAt).toBeNull();
    expect((await api.visitor.refused('GET', '/api/notifications')).code).toBe('not_signed_in');
  });
});
