import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { channels } from '../contracts/events.ts';
import { emitLive } from '../outbox/index.ts';
import { Notification } from './model.ts';
import { presentNotification } from './presenter.ts';

type News = Pick<Notification, 'userId' | 'kind' | 'subject' | 'path'>;

/** Writes a notification for someone, and tells their open pages after the commit (LIVE-3). */
export async function notify(trx: Knex.Transaction, now: Date, news: News): Promise<void> {
  const notification = await Notification.query(trx).insertAndFetch({
    ...news,
    id: randomUUID(),
    createdAt: now.toISOString(),
    readAt: null,
  });
  await emitLive(trx, [channels.user(news.userId)], 'notification.created', {
    notification: presentNotification(notification),
  });
}
