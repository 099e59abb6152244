import type { Context } from 'koa';
import { z } from 'zod';
import * as contract from '../contracts/accounts.ts';
import { refuseCrossSite } from '../http/refuseCrossSite.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { found } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { signAccessToken } from './accessToken.ts';
import { logIn } from './logIn.ts';
import { createLoginLimits } from './loginLimits.ts';
import { User } from './model.ts';
import { presentUser } from './presenter.ts';
import { refreshLogIn } from './refreshLogIn.ts';
import { revokeRefreshToken } from './refreshTokens.ts';

const refreshCookie = 'peerlearn_refresh';

/** Log-in and the caller's own account (AUTH-5, AUTH-6). */
export function accountRoutes(services: Services): Route[] {
  const { settings, knex, now } = services;
  const limits = createLoginLimits(services.redis);
  const cookie = {
    httpOnly: true,
    sameSite: 'strict',
    secure: settings.publicUrl.startsWith('https:'),
    path: '/api/auth',
    overwrite: true,
  } as const;

  const signedIn = async (context: Context, { user, refreshToken }: Awaited<ReturnType<typeof logIn>>) => {
    const maxAge = settings.tokens.refreshSeconds * 1000;
    context.cookies.set(refreshCookie, refreshToken, { ...cookie, maxAge });
    return { ...(await signAccessToken(settings.tokens, user, now())), user: presentUser(user) };
  };

  return [
    defineRoute({
      method: 'post',
      path: '/api/auth/login',
      tag: 'accounts',
      summary: 'Logs in with e-mail and password; the refresh token comes as a cookie',
      access: 'anyone',
      body: contract.logIn,
      answer: contract.signedIn,
      handle: async ({ body, context }) => {
        refuseCrossSite(context);
        return signedIn(context, await logIn(services, limits, body, context.ip));
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/refresh',
      tag: 'accounts',
      summary: 'Exchanges the refresh cookie for its successor and a new access token',
      access: 'anyone',
      answer: contract.signedIn,
      handle: async ({ context }) => {
        refuseCrossSite(context);
        return signedIn(context, await refreshLogIn(services, context.cookies.get(refreshCookie)));
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/auth/logout',
      tag: 'accounts',
      summary: 'Ends the log-in of the refresh cookie',
      access: 'anyone',
      answer: z.void(),
      handle: async ({ context }) => {
        refuseCrossSite(context);
        const token = context.cookies.get(refreshCookie);
        if (token) await revokeRefreshToken(knex, token, now());
        context.cookies.set(refreshCookie, null, cookie);
      },
    }),
    profileRoute(services),
  ];
}

function profileRoute({ knex }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/profile',
    tag: 'accounts',
    summary: "The caller's own account",
    access: 'signedIn',
    answer: contract.user,
    handle: async ({ me }) => presentUser(found(await User.query(knex).findById(me.userId))),
  });
}
