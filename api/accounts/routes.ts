import { z } from 'zod';
import * as contract from '../contracts/accounts.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { type AuthLimits, authLimitsOf } from './authLimits.ts';
import { passwordRoute } from './changePassword.ts';
import { codeRoutes } from './codeRoutes.ts';
import { logIn } from './logIn.ts';
import { createLogInCookie, type LogInCookie, originOf } from './logInCookie.ts';
import { logInRoutes } from './logInRoutes.ts';
import { ownSecondFactorRoutes } from './ownSecondFactorRoutes.ts';
import { refreshLogIn } from './refreshLogIn.ts';
import { revokeRefreshToken } from './refreshTokens.ts';
import { secondFactorRoutes } from './secondFactorRoutes.ts';
import { signUpRoutes } from './signUpRoutes.ts';

/** Accounts and access (AUTH). */
export function accountRoutes(services: Services): Route[] {
  const limits = authLimitsOf(services.redis);
  const cookie = createLogInCookie(services);
  return [
    ...passwordRoutes(services, limits, cookie),
    ...codeRoutes(services, limits, cookie),
    ...secondFactorRoutes(services, limits, cookie),
    ...signUpRoutes(services, limits, cookie),
    ...logInRoutes(services),
    ...ownSecondFactorRoutes(services),
    passwordRoute(services),
  ];
}

/** Log-in by password, and what becomes of it (AUTH-5, AUTH-6). */
function passwordRoutes(services: Services, limits: AuthLimits, cookie: LogInCookie): Route[] {
  const { knex, now } = services;
  return [
    defineRoute({
      method: 'post',
      path: '/api/auth/login',
      tag: 'accounts',
      summary:
        'Logs in with e-mail and password, or says which second factor it goes on with; the refresh token comes as a cookie',
      access: 'anyone',
      body: contract.logIn,
      answer: contract.logInAnswer,
      handle: async ({ body, context }) =>
        cookie.answerNext(context, await logIn(services, limits, body, originOf(context))),
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/refresh',
      tag: 'accounts',
      summary: 'Exchanges the refresh cookie for its successor and a new access token',
      access: 'anyone',
      answer: contract.signedIn,
      handle: async ({ context }) =>
        cookie.answer(context, await refreshLogIn(services, cookie.read(context))),
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/logout',
      tag: 'accounts',
      summary: 'Ends the log-in of the refresh cookie',
      access: 'anyone',
      answer: z.void(),
      handle: async ({ context }) => {
        const token = cookie.read(context);
        if (token) await revokeRefreshToken(knex, token, now());
        cookie.clear(context);
      },
    }),
  ];
}
