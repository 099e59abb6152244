import type { Context } from 'koa';
import Router from 'koa-router';
import { type Caller, findCaller } from '../accounts/index.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { limitAccounts } from './limitCalls.ts';
import { refuseCrossSite } from './refuseCrossSite.ts';
import type { Route } from './route.ts';

/** The refresh cookie is sent to these alone. */
const authPaths = '/api/auth/';

/** A koa-router that serves the routes; a path of ours asked with another method is refused as such. */
export function routeCalls(routes: Route[], services: Services): Router {
  const router = new Router();
  const { redis, settings } = services;
  const countCall = limitAccounts(redis, settings.api.callsPerMinutePerAccount);
  for (const route of routes) {
    router[route.method](route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context: Context) => {
      context.state.route = route.path;
      context.set('Cache-Control', 'no-store');
      if (route.path.startsWith(authPaths)) refuseCrossSite(context);
      const me = await callerOf(context, services);
      // What anyone may read is mostly answered from memory: there the limit by address is enough.
      if (me && route.access !== 'anyone') await countCall(me.userId);
      await route.respond(context, me);
    });
  }
  return router;
}

/** Anything under /api that no route answered. */
export function refuseUnknownCalls(routes: Route[]) {
  const known = routes.map(({ path, method }) => ({
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    method: method.toUpperCase(),
  }));
  return (context: Context, next: () => Promise<void>) => {
    if (!/^\/api(\/|$)/.test(context.path)) return next();
    const allowed = known.filter(({ pattern }) => pattern.test(context.path)).map(({ method }) => method);
    if (allowed.length === 0) throw new Refusal('not_found');
    // Required beside this status (RFC 9110, 15.5.6).
    context.set('Allow', allowed.join(', '));
    throw new Refusal('method_not_allowed');
  };
}

/**
 * Who calls, from the bearer token; null without one.
 * @throws Refusal `session_expired` when the token is not good (any more): the page then renews it.
 */
export async function callerOf(context: Context, services: Services): Promise<Caller | null> {
  const header = context.get('Authorization');
  // Log-in and renewal are for those whose token has run out.
  if (!header || context.path.startsWith(authPaths)) return null;
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  const caller = token ? await findCaller(services, token) : null;
  if (!caller) throw new Refusal('session_expired');
  return caller;
}
