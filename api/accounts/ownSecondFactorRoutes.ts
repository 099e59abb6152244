import { z } from 'zod';
import * as contract from '../contracts/twoFactor.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import type { Caller } from './accessToken.ts';
import { originOf } from './logInCookie.ts';
import { beginOwn, confirmOwn, renewOwnCodes, stateOfOwn, turnOffOwn } from './ownSecondFactor.ts';

/** Mentors may turn a second factor on, admins have it (AUTH-7). @throws Refusal `forbidden` */
function refuseLearner(me: Caller) {
  if (me.role === 'learner') throw new Refusal('forbidden');
}

/** The second factor in the settings of someone logged in. */
export function ownSecondFactorRoutes(services: Services): Route[] {
  const about = { tag: 'accounts', access: 'signedIn' } as const;
  return [
    defineRoute({
      ...{ ...about, method: 'get', path: '/api/profile/two-factor' },
      summary: 'Whether a second factor guards the account; for mentors and admins',
      answer: contract.twoFactorState,
      handle: ({ me }) => {
        refuseLearner(me);
        return stateOfOwn(services, me);
      },
    }),
    defineRoute({
      ...{ ...about, method: 'post', path: '/api/profile/two-factor/begin' },
      summary: 'The secret for the authenticator app, after the password; the same until it is confirmed',
      body: contract.beginTwoFactor,
      answer: contract.totpSecret,
      handle: ({ me, body, context }) => {
        refuseLearner(me);
        return beginOwn(services, { me, origin: originOf(context) }, body.password);
      },
    }),
    defineRoute({
      ...{ ...about, method: 'post', path: '/api/profile/two-factor/confirm' },
      summary: 'Turns it on by a first code, and gives the recovery codes once',
      body: contract.confirmTwoFactor,
      answer: contract.newRecoveryCodes,
      handle: async ({ me, body, context }) => {
        refuseLearner(me);
        return { recoveryCodes: await confirmOwn(services, { me, origin: originOf(context) }, body.code) };
      },
    }),
    defineRoute({
      ...{ ...about, method: 'post', path: '/api/profile/two-factor/off' },
      summary: 'Turns it off, by password and code; not for admins',
      body: contract.proveTwoFactor,
      answer: z.void(),
      handle: ({ me, body, context }) => {
        refuseLearner(me);
        return turnOffOwn(services, { me, origin: originOf(context) }, body);
      },
    }),
    defineRoute({
      ...{ ...about, method: 'post', path: '/api/profile/two-factor/recovery-codes' },
      summary: 'New recovery codes, by password and code; the old ones are good no more',
      body: contract.proveTwoFactor,
      answer: contract.newRecoveryCodes,
      handle: async ({ me, body, context }) => {
        refuseLearner(me);
        return { recoveryCodes: await renewOwnCodes(services, { me, origin: originOf(context) }, body) };
      },
    }),
  ];
}
