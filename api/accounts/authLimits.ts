import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { ErrorCode } from '../contracts/errors.ts';
import { Refusal } from '../Refusal.ts';

export interface AuthLimits {
  /**
   * Judges one try to log in. The try is counted before it is judged, so that many at once are not judged for free.
   * The lock is for an address, whether or not it has an account: it tells nothing.
   * @param attempt gives null when e-mail, password, code or second factor is wrong. When what it gives is `halfway`,
   *   this try is forgiven, and those before it are not: else knowing the password would make guessing the second
   *   factor free.
   * @throws Refusal `wrong`, `account_locked` from the fifth wrong try on, `too_many_requests`
   */
  judge<T extends object>(
    who: { address: string; email: string },
    attempt: () => Promise<T | null>,
    wrong: ErrorCode | (() => Refusal),
  ): Promise<T>;
  /** After its owner has proved themselves in another way. */
  unlock(email: string): Promise<void>;
  /** Counts a code that is entered, or other work that costs. @throws Refusal `too_many_requests` */
  countTry(address: string): Promise<void>;
  /** Counts a code that is asked for. @throws Refusal `too_many_requests` */
  countCode(who: { address: string; email: string }): Promise<void>;
  /** Counts a question about an address being taken. @throws Refusal `too_many_requests` */
  countQuestion(address: string): Promise<void>;
}

type Limit = { points: number; duration: number };
const lockSeconds = 15 * 60;
const limits = {
  /** Tries and codes, from one network address; a school may share one. */
  address: { points: 100, duration: 60 },
  account: { points: 5, duration: lockSeconds },
  /** With five tries each, guessing finds one code in 40,000 in the time of a lock. */
  code: { points: 5, duration: lockSeconds },
  question: { points: 60, duration: 60 },
} satisfies Record<string, Limit>;

const known = new WeakMap<Redis, AuthLimits>();

/** Counted in Redis for all api processes together, and in this one's memory while Redis is away. */
export function authLimitsOf(redis: Redis): AuthLimits {
  const limits = known.get(redis) ?? createAuthLimits(redis);
  known.set(redis, limits);
  return limits;
}

function createAuthLimits(redis: Redis): AuthLimits {
  const limiter = (name: keyof typeof limits): RateLimiterAbstract =>
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: `peerlearn:auth:${name}`,
      ...limits[name],
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, ...limits[name] }),
    });
  const addresses = limiter('address');
  const accounts = limiter('account');
  const codes = limiter('code');
  const questions = limiter('question');

  return {
    judge: async ({ address, email }, attempt, wrong) => {
      await consume(addresses, address);
      const key = keyOf(email);
      const { remainingPoints } = await consume(accounts, key, 'account_locked');
      const done = await attempt();
      if (done !== null) {
        if ('halfway' in done) await accounts.reward(key);
        else await accounts.delete(key);
        return done;
      }
      if (remainingPoints > 0) throw typeof wrong === 'string' ? new Refusal(wrong) : wrong();
      await accounts.block(key, lockSeconds);
      throw new Refusal('account_locked', { retryAfterSeconds: lockSeconds });
    },
    unlock: async (email) => void (await accounts.delete(keyOf(email))),
    countTry: async (address) => void (await consume(addresses, address)),
    countCode: async ({ address, email }) => {
      await consume(addresses, address);
      await consume(codes, keyOf(email));
    },
    countQuestion: async (address) => void (await consume(questions, address)),
  };
}

/** Addresses of people are not written to Redis. */
const keyOf = (email: string) => createHash('sha256').update(email).digest('base64url');

/** @throws Refusal `code` with the seconds to wait. */
async function consume(
  limiter: RateLimiterAbstract,
  key: string,
  code: ErrorCode = 'too_many_requests',
): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal(code, { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
