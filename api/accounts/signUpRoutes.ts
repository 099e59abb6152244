import { z } from 'zod';
import * as contract from '../contracts/accounts.ts';
import { aboutPerson, signUp } from '../contracts/signUp.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { AuthLimits } from './authLimits.ts';
import { type LogInCookie, originOf } from './logInCookie.ts';
import { User } from './model.ts';
import { beginSignUp, checkPerson, finishSignUp } from './signUp.ts';

const tag = 'accounts';

/** The way to an account (AUTH-2, AUTH-3, AUTH-4). */
export function signUpRoutes(services: Services, limits: AuthLimits, cookie: LogInCookie): Route[] {
  return [
    defineRoute({
      // Not GET: addresses of people do not belong into logs of URLs.
      method: 'post',
      path: '/api/auth/email-available',
      tag,
      summary: 'Whether an address is free for a new account; only so many times a minute',
      access: 'anyone',
      body: contract.forEmail,
      answer: contract.emailAvailable,
      handle: async ({ body, context }) => {
        await limits.countQuestion(context.ip);
        const taken = await User.query(services.knex).findOne({ email: body.email });
        return { available: !taken };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/check-person',
      tag,
      summary: 'Whether name, e-mail and password would do for a sign-up; counted with email-available',
      access: 'anyone',
      body: aboutPerson,
      answer: z.void(),
      handle: ({ body, context }) => checkPerson(services, limits, body, context.ip),
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/sign-up',
      tag,
      summary: 'Begins a sign-up and mails a code; the account exists once the code is entered',
      access: 'anyone',
      body: signUp,
      answer: contract.codeSent,
      handle: async ({ body, context }) => beginSignUp(services, limits, body, context.ip),
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/finish-sign-up',
      tag,
      summary: 'Creates the account that waits for a code, and logs in',
      access: 'anyone',
      body: contract.enterCode,
      answer: contract.signedIn,
      handle: async ({ body, context }) => {
        await limits.countTry(context.ip);
        return cookie.answer(context, await finishSignUp(services, body, originOf(context)));
      },
    }),
  ];
}
