import { bodyParser } from '@koa/bodyparser';
import Koa, { type Context, type Next } from 'koa';
import compress from 'koa-compress';
import type Router from 'koa-router';
import { createProbes } from '../../config/probes.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { serveDocs } from './docs.ts';
import { answerReady } from './answerReady.ts';
import { answerProblems } from './problems.ts';
import { callsOfAddresses, isWithin, limitCalls } from './limitCalls.ts';
import { logRequests, tellRequestId } from './requestLog.ts';
import type { Route } from './route.ts';
import { refuseUnknownCalls, routeCalls } from './routing.ts';
import { securityHeaders } from './securityHeaders.ts';

const largestBody = '100kb';

/**
 * The Koa app: what every request goes through, in order. `pages` are routers of pages that the api makes itself;
 * `streams` read the bodies of their requests as they come; `web` answers all that is not the API's.
 */
export function createApp(
  services: Services,
  routes: Route[],
  pages: Router[],
  streams: Koa.Middleware[],
  web: Koa.Middleware,
): Koa {
  const { settings, logger } = services;
  const calls = callsOfAddresses(settings.api.callsPerMinute);
  const app = new Koa();
  app.proxy = settings.api.trustProxy;
  // What is left for Koa itself: lines that broke while a body came or an answer went.
  app.on('error', (error: unknown) => logger.debug({ err: error }, 'call not ended'));
  app.use(answerProbes(services));
  app.use(logRequests(logger));
  app.use(answerReady((ip) => isWithin(calls, ip)));
  app.use(tellRequestId);
  app.use(securityHeaders(settings));
  app.use(compress({ threshold: 1024 }));
  app.use(answerProblems(logger));
  app.use(limitCalls(calls));
  for (const stream of streams) app.use(stream);
  app.use(parseJson());
  for (const router of [serveDocs(routes, settings.publicUrl), ...pages, routeCalls(routes, services)]) {
    app.use(router.routes());
  }
  app.use(refuseUnknownCalls(routes));
  app.use(web);
  app.use(() => {
    throw new Refusal('not_found');
  });
  return app;
}

/** Without Redis the api goes on, only without live updates and rooms: a proxy must not take it out for that. */
function answerProbes({ knex, settings }: Services) {
  const probes = createProbes({
    checks: { database: async () => void (await knex.raw('select 1')) },
    metricsToken: settings.metricsToken,
  });
  return async (context: Context, next: Next) => {
    if (await probes(context.req, context.res)) context.respond = false;
    else await next();
  };
}

/** Bodies are JSON objects, and nothing else. */
function parseJson() {
  const parse = bodyParser({ enableTypes: ['json'], jsonLimit: largestBody, jsonStrict: true });
  return async (context: Context, next: Next) => {
    const hasBody = Number(context.get('Content-Length')) > 0 || context.get('Transfer-Encoding') !== '';
    if (hasBody && !context.is('application/json')) throw new Refusal('unsupported_media_type');
    await parse(context, next);
  };
}
