import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { Refusal } from '../Refusal.ts';

export interface LoginLimits {
  /** Counts a try. @throws Refusal `too_many_requests` with the seconds to wait. */
  count(address: string, email: string): Promise<void>;
  /** Forgets the tries for an account after a log-in that was right. */
  forgive(email: string): Promise<void>;
}

const perAddress = { points: 100, duration: 60 };
const perAccount = { points: 10, duration: 15 * 60 };

/** Counted in Redis for all api processes together, and in this one's memory while Redis is away. */
export function createLoginLimits(redis: Redis): LoginLimits {
  const limiter = (keyPrefix: string, limit: typeof perAddress): RateLimiterAbstract =>
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: `peerlearn:login:${keyPrefix}`,
      ...limit,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, ...limit }),
    });
  const addresses = limiter('address', perAddress);
  const accounts = limiter('account', perAccount);
  return {
    count: async (address, email) => {
      try {
        await addresses.consume(address);
        await accounts.consume(email);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new Refusal('too_many_requests', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
      }
    },
    forgive: async (email) => {
      await accounts.delete(email);
    },
  };
}
