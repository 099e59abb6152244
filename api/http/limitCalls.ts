import type { Context, Next } from 'koa';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../Refusal.ts';

/**
 * Keeps one address from taking up this process. Counted in its memory: it guards the process itself, and must cost
 * next to nothing. Tries to log in are counted for all processes together, see loginLimits.ts.
 * @throws Refusal `too_many_requests` with the seconds to wait.
 */
export function limitCalls(callsPerMinute: number) {
  const limiter = new RateLimiterMemory({ points: callsPerMinute, duration: 60 });
  return async (context: Context, next: Next) => {
    if (context.path.startsWith('/api/')) await count(limiter, context.ip);
    await next();
  };
}

async function count(limiter: RateLimiterMemory, address: string) {
  try {
    await limiter.consume(address);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('too_many_requests', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
