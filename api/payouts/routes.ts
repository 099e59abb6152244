import { originOf } from '../accounts/index.ts';
import * as contract from '../contracts/profile.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { findPayoutAccount, removePayoutAccount, setPayoutAccount } from './payoutAccount.ts';

const path = '/api/profile/payout-account';
const tag = 'payouts';

export function payoutRoutes(services: Services): Route[] {
  return [
    defineRoute({
      ...{ method: 'get', path, tag },
      summary: 'Where the calling mentor’s money goes, masked',
      access: 'mentor',
      answer: contract.payoutAccount,
      handle: ({ me }) => findPayoutAccount(services.knex, me.userId),
    }),
    defineRoute({
      ...{ method: 'post', path, tag },
      summary: 'Sets where it goes: a UPI id or a bank account',
      access: 'mentor',
      body: contract.setPayoutAccount,
      answer: contract.payoutAccount,
      handle: ({ me, body, context }) => setPayoutAccount(services, me, body, originOf(context)),
    }),
    defineRoute({
      ...{ method: 'post', path: `${path}/remove`, tag },
      summary: 'Forgets it',
      access: 'mentor',
      answer: contract.payoutAccount,
      handle: ({ me, context }) => removePayoutAccount(services, me, originOf(context)),
    }),
  ];
}
