import type { Redis } from 'ioredis';
import type { Context, Next } from 'koa';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { Refusal } from '../Refusal.ts';

const duration = 60;

/**
 * Calls of each address, counted in this process's memory: that guards the process itself, and must cost next to nothing.
 * Tries to log in are counted for all processes together, see authLimits.ts.
 */
export const callsOfAddresses = (callsPerMinute: number): RateLimiterAbstract =>
  new RateLimiterMemory({ points: callsPerMinute, duration });

/** Counts a call, for who answers it without more ado. */
export type CountCall = (ip: string) => Promise<boolean>;
export const isWithin = (calls: RateLimiterAbstract, ip: string): Promise<boolean> =>
  calls.consume(ip).then(
    () => true,
    () => false,
  );

/** Keeps one address from taking up this process. @throws Refusal `too_many_requests` with the seconds to wait. */
export function limitCalls(calls: RateLimiterAbstract) {
  return async (context: Context, next: Next) => {
    if (context.path.startsWith('/api/')) await count(calls, context.ip);
    await next();
  };
}

/**
 * Keeps one account from taking up the product, from wherever it calls. Counted in Redis for all processes together,
 * and in this one's memory while Redis is away. Those who are over the limit cost Redis nothing.
 * @returns counts a call of this account. @throws Refusal `too_many_requests` with the seconds to wait.
 */
export function limitAccounts(redis: Redis, callsPerMinute: number): (userId: string) => Promise<void> {
  const limit = { points: callsPerMinute, duration };
  const limiter = new RateLimiterRedis({
    ...{ ...limit, storeClient: redis, keyPrefix: 'peerlearn:calls' },
    inMemoryBlockOnConsumed: callsPerMinute + 1,
    insuranceLimiter: new RateLimiterMemory(limit),
  });
  return (userId) => count(limiter, userId);
}

async function count(limiter: RateLimiterAbstract, key: string) {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('too_many_requests', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
