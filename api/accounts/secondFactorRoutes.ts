import * as contract from '../contracts/twoFactor.ts';
import { signedIn } from '../contracts/accounts.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { AuthLimits } from './authLimits.ts';
import { type LogInCookie, originOf } from './logInCookie.ts';
import { beginTotpSetup, enterTotp, finishTotpSetup } from './passSecondFactor.ts';

const tag = 'accounts';

/** The second step of a log-in (AUTH-7). */
export function secondFactorRoutes(services: Services, limits: AuthLimits, cookie: LogInCookie): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/auth/totp',
      tag,
      summary: 'Finishes a log-in by a code of the authenticator app, or a recovery code',
      access: 'anyone',
      body: contract.enterTotp,
      answer: signedIn,
      handle: async ({ body, context }) =>
        cookie.answer(context, await enterTotp(services, limits, body, originOf(context))),
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/totp-setup',
      tag,
      summary: 'The secret for the authenticator app at an admin’s first log-in; the same when asked again',
      access: 'anyone',
      body: contract.beginTotpSetup,
      answer: contract.totpSecret,
      handle: ({ body, context }) => beginTotpSetup(services, limits, body.challenge, originOf(context)),
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/totp-finish',
      tag,
      summary: 'Turns the second factor on by its first code, gives the recovery codes once, and logs in',
      access: 'anyone',
      body: contract.finishTotpSetup,
      answer: contract.totpSetupDone,
      handle: async ({ body, context }) => {
        const { begun, recoveryCodes } = await finishTotpSetup(services, limits, body, originOf(context));
        return { ...(await cookie.answer(context, begun)), recoveryCodes };
      },
    }),
  ];
}
