import { z } from 'zod';
import * as contract from '../contracts/accounts.ts';
import { recordAct } from '../audit/index.ts';
import { idParam } from '../contracts/common.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { originOf } from './logInCookie.ts';
import { endLogIn, endOtherLogIns, listLogIns } from './logIns.ts';
import { presentLogIn } from './presenter.ts';

const tag = 'accounts';

/** Where the caller is logged in (AUTH-6). */
export function logInRoutes(services: Services): Route[] {
  const { knex, now } = services;
  return [
    defineRoute({
      method: 'get',
      path: '/api/profile/logins',
      tag,
      summary: 'The browsers in which the caller is logged in, last used first',
      access: 'signedIn',
      answer: contract.ownLogIns,
      handle: async ({ me }) => {
        const rows = await listLogIns(services, me.userId);
        return { items: rows.map((row) => presentLogIn(row, me.logInId)) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/profile/logins/{id}/end',
      tag,
      summary: 'Ends one of them',
      access: 'signedIn',
      params: idParam,
      answer: z.void(),
      handle: ({ me, params }) => endLogIn(services, me.userId, params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/api/profile/logins/end-others',
      tag,
      summary: 'Ends all of them but the one that asks',
      access: 'signedIn',
      answer: z.void(),
      handle: ({ me, context }) =>
        knex.transaction(async (trx) => {
          const ended = await endOtherLogIns(trx, me.userId, me.logInId, now());
          await recordAct(trx, {
            ...{ actor: { id: me.userId, role: me.role }, act: 'logIns.othersEnded' },
            ...{ subject: { kind: 'user', id: me.userId }, after: { ended } },
            ...{ origin: originOf(context), at: now() },
          });
        }),
    }),
  ];
}
