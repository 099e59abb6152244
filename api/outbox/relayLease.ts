import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

const leaseKey = 'peerlearn:outbox:relay';
const leaseMs = 5_000;

/** Takes the lease when it is free, prolongs it when it is ours; 1 when we hold it. */
const holdScript = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;
const releaseScript = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

export interface RelayLease {
  /** True when this relay may deliver for the next five seconds. Fails when Redis is away. */
  hold(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Of several relays one delivers at a time, because two could not keep the order of a channel's events. It is
 * held in Redis, without which nothing can be delivered anyway. Should a relay stall for longer than the lease,
 * two may deliver the same row: the jobs' ids and the fan-out's memory of ids make that harmless.
 */
export function createRelayLease(redis: Redis): RelayLease {
  const relayId = randomUUID();
  return {
    hold: async () => (await redis.eval(holdScript, 1, leaseKey, relayId, leaseMs)) === 1,
    release: async () => {
      await redis.eval(releaseScript, 1, leaseKey, relayId);
    },
  };
}
