import type { Redis } from 'ioredis';
import type { Knex } from 'knex';

/** Redis channel on which the relay hears that rows wait. Only a hint: the relay looks by itself as well. */
export const nudgeChannel = 'peerlearn:outbox:nudge';

let nudge: () => void = () => undefined;

/**
 * Lets every later commit wake the relay at once. Without it, or while Redis is away, the relay finds the rows
 * at its next look, about a second later.
 */
export function nudgeThrough(redis: Redis): void {
  nudge = () => {
    redis.publish(nudgeChannel, '').catch(() => undefined);
  };
}

const waiting = new WeakSet<Knex.Transaction>();

/** Nudges once when the transaction has committed, however many rows it wrote; not at all when it rolls back. */
export function nudgeAfter(trx: Knex.Transaction): void {
  if (waiting.has(trx)) return;
  waiting.add(trx);
  trx.executionPromise.then(
    () => nudge(),
    () => undefined,
  );
}
