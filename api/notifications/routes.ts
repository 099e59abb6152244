import { z } from 'zod';
import { idParam } from '../contracts/common.ts';
import * as contract from '../contracts/notifications.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { listNotifications } from './listNotifications.ts';
import { readNotifications } from './readNotifications.ts';

const tag = 'notifications';

export function notificationRoutes(services: Services): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/notifications',
      tag,
      summary: 'The caller’s notifications, newest first',
      access: 'signedIn',
      query: contract.notificationList,
      answer: contract.notificationPage,
      handle: ({ me, query }) => listNotifications(services.knex, me.userId, query),
    }),
    defineRoute({
      method: 'post',
      path: '/api/notifications/{id}/read',
      tag,
      summary: 'Marks one as read',
      access: 'signedIn',
      params: idParam,
      answer: z.void(),
      handle: ({ me, params }) => readNotifications(services, me.userId, params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/api/notifications/read-all',
      tag,
      summary: 'Marks all as read',
      access: 'signedIn',
      answer: z.void(),
      handle: ({ me }) => readNotifications(services, me.userId, null),
    }),
  ];
}
