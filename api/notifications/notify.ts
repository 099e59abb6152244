import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { channels } from '../contracts/events.ts';
import { emitLive, enqueueJob } from '../outbox/index.ts';
import { preferencesOf } from '../preferences/index.ts';
import { found } from '../Refusal.ts';
import { Notification } from './model.ts';
import { presentNotification } from './presenter.ts';
import { waysOf } from './rules.ts';

type News = Pick<Notification, 'userId' | 'kind' | 'subject' | 'path'>;

/**
 * Tells someone something: in their list and on their open pages, and by mail and push as they chose (LIVE-3). All of
 * it happens after the commit, or none.
 */
export async function notify(trx: Knex.Transaction, now: Date, news: News): Promise<void> {
  const preferences = found(await preferencesOf(trx, news.userId));
  const notification = await Notification.query(trx).insertAndFetch({
    ...news,
    id: randomUUID(),
    createdAt: now.toISOString(),
    readAt: null,
  });
  await emitLive(trx, [channels.user(news.userId)], 'notification.created', {
    notification: presentNotification(notification),
  });
  const ways = waysOf(news.kind, preferences);
  const about = { notificationId: notification.id };
  if (ways.email) await enqueueJob(trx, 'mail.notification', about);
  if (ways.push) await enqueueJob(trx, 'push.notification', about);
}
