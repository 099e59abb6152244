import { z } from 'zod';
import type { Caller } from '../accounts/index.ts';
import * as contract from '../contracts/preferences.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { PushSubscriptionRow } from './model.ts';
import { subscribe, type Subscriber } from './subscribe.ts';

const tag = 'push';

/** Web push of the caller's browsers (LIVE-3). */
export function pushRoutes(services: Services): Route[] {
  const { knex, settings } = services;
  return [
    defineRoute({
      method: 'get',
      path: '/api/push/key',
      tag,
      summary: 'The public key that a browser subscribes with; null when this installation has no web push',
      access: 'signedIn',
      answer: contract.pushKey,
      handle: () => ({ publicKey: settings.push.vapid?.publicKey ?? null }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/push/subscriptions',
      tag,
      summary: 'Tells by web push in this browser, as long as it is logged in',
      access: 'signedIn',
      body: contract.pushSubscription,
      answer: z.void(),
      handle: ({ me, body }) => subscribe(services, subscriberOf(me), body),
    }),
    defineRoute({
      method: 'post',
      path: '/api/push/subscriptions/end',
      tag,
      summary: 'Tells no more in the browser of this endpoint',
      access: 'signedIn',
      body: contract.endPush,
      answer: z.void(),
      handle: async ({ me, body: { endpoint } }) => {
        const ended = await PushSubscriptionRow.query(knex).where({ endpoint, userId: me.userId }).delete();
        if (ended === 0) throw new Refusal('not_found');
      },
    }),
  ];
}

/** @throws Refusal `session_expired` for a token that belongs to no log-in. */
function subscriberOf({ userId, logInId }: Caller): Subscriber {
  if (logInId === undefined) throw new Refusal('session_expired');
  return { userId, logInId };
}
