import type { Knex } from 'knex';
import type { z } from 'zod';
import type { notificationList, notificationPage } from '../contracts/notifications.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { Notification } from './model.ts';
import { presentNotification } from './presenter.ts';

/** A person's notifications, newest first, and how many of all are unread. */
export async function listNotifications(
  knex: Knex,
  userId: string,
  { cursor, limit }: z.infer<typeof notificationList>,
): Promise<z.infer<typeof notificationPage>> {
  const query = Notification.query(knex)
    .where({ userId })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (cursor) query.whereRaw('(created_at, id) < (?, ?)', readCursor(cursor));
  const [rows, unread] = await Promise.all([
    query,
    Notification.query(knex).where({ userId }).whereNull('read_at').resultSize(),
  ]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(presentNotification),
    nextCursor: last ? writeCursor([last.createdAt, last.id]) : null,
    unread,
  };
}
