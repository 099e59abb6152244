import * as contract from '../contracts/accounts.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { AuthLimits } from './authLimits.ts';
import { logInByCode } from './logIn.ts';
import { type LogInCookie, originOf } from './logInCookie.ts';
import { resetPassword } from './resetPassword.ts';
import { resendCode, sendCode } from './sendCode.ts';

const tag = 'accounts';

/** Codes by e-mail: to log in, and to set a new password (AUTH-4, AUTH-5). */
export function codeRoutes(services: Services, limits: AuthLimits, cookie: LogInCookie): Route[] {
  const ask = asker(services, limits);
  return [
    ask('/api/auth/login-code', 'Mails a code to log in with, if the address has an account', 'log_in'),
    ask(
      '/api/auth/reset-code',
      'Mails a code to set a new password with, if the address has an account',
      'reset',
    ),
    defineRoute({
      method: 'post',
      path: '/api/auth/resend-code',
      tag,
      summary: 'Mails a newer code in place of the last one, 30 seconds after it',
      access: 'anyone',
      body: contract.resendCode,
      answer: contract.codeSent,
      handle: ({ body, context }) => resendCode(services, limits, body.codeId, context.ip),
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/login-by-code',
      tag,
      summary: 'Logs in with an e-mailed code, or says which second factor it goes on with',
      access: 'anyone',
      body: contract.enterCode,
      answer: contract.logInAnswer,
      handle: async ({ body, context }) =>
        cookie.answerNext(context, await logInByCode(services, limits, body, originOf(context))),
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/reset-password',
      tag,
      summary:
        'Sets a new password by an e-mailed code, ends all other log-ins, and logs in as log-in by code does',
      access: 'anyone',
      body: contract.resetPassword,
      answer: contract.logInAnswer,
      handle: async ({ body, context }) => {
        await limits.countTry(context.ip);
        return cookie.answerNext(context, await resetPassword(services, limits, body, originOf(context)));
      },
    }),
  ];
}

/** Makes the route that mails a code of a purpose. */
function asker(services: Services, limits: AuthLimits) {
  return (path: string, summary: string, purpose: 'log_in' | 'reset') =>
    defineRoute({
      ...{ method: 'post', path, tag, summary, access: 'anyone' },
      body: contract.forEmail,
      answer: contract.codeSent,
      handle: ({ body, context }) => sendCode(services, limits, { purpose, email: body.email }, context.ip),
    });
}
