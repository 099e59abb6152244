import { z } from 'zod';
import { idParam } from '../contracts/common.ts';
import * as contract from '../contracts/notifications.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { listNotifications } from './listNotifications.ts';
import { Notification } from './model.ts';

const tag = 'notifications';

export function notificationRoutes({ knex, now }: Services): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/notifications',
      tag,
      summary: 'The caller’s notifications, newest first',
      access: 'signedIn',
      query: contract.notificationList,
      answer: contract.notificationPage,
      handle: ({ me, query }) => listNotifications(knex, me.userId, query),
    }),
    defineRoute({
      method: 'post',
      path: '/api/notifications/{id}/read',
      tag,
      summary: 'Marks one as read',
      access: 'signedIn',
      params: idParam,
      answer: z.void(),
      handle: async ({ me, params }) => {
        const own = Notification.query(knex).where({ id: params.id, userId: me.userId });
        if ((await own.clone().resultSize()) === 0) throw new Refusal('not_found');
        await own.whereNull('read_at').patch({ readAt: now().toISOString() });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/notifications/read-all',
      tag,
      summary: 'Marks all as read',
      access: 'signedIn',
      answer: z.void(),
      handle: async ({ me }) => {
        const unread = Notification.query(knex).where({ userId: me.userId }).whereNull('read_at');
        await unread.patch({ readAt: now().toISOString() });
      },
    }),
  ];
}
