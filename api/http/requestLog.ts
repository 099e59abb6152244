import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import { Histogram, register } from 'prom-client';
import type { Logger } from '../../config/logger.ts';

const name = 'peerlearn_http_request_seconds';
const durations =
  (register.getSingleMetric(name) as Histogram | undefined) ??
  new Histogram({
    name,
    help: 'Time from a request’s arrival to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  });

/** Tells the request's id, also on answers that are not written by Koa. */
export async function tellRequestId(context: Context, next: Next): Promise<void> {
  context.set('X-Request-Id', context.state.requestId as string);
  await next();
}

/**
 * Gives each request an id, logs how it ended, and measures it by its route's pattern. Addresses, queries and bodies
 * stay out of the log: they may hold personal data.
 */
export function logRequests(logger: Logger) {
  return async (context: Context, next: Next) => {
    const requestId = randomUUID();
    context.state.requestId = requestId;
    const startedAt = performance.now();
    await next();
    const { method, status } = context;
    const route = (context.state.route as string | undefined) ?? 'other';
    const ms = performance.now() - startedAt;
    durations.observe({ method, route, status: String(status) }, ms / 1000);
    logger.debug({ requestId, method, route, status, ms: Math.round(ms) }, 'request');
  };
}
