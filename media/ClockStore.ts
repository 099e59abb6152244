import type { Redis } from 'ioredis';
import type { Logger } from '../config/logger.ts';
import { keptClock, roomClockKey, roomClockSeconds, type KeptClock } from './contracts/clock.ts';

/** Where the rooms' clocks are kept beyond the life of a node. */
export interface ClockStore {
  /** Nothing when none was kept, or it cannot be had. */
  load(roomCode: string): Promise<KeptClock | undefined>;
  /** Not waited for: the next one brings what this one should have. */
  save(roomCode: string, kept: KeptClock): void;
}

export function createClockStore(redis: Redis, logger: Logger): ClockStore {
  return {
    load: async (roomCode) => {
      try {
        const json = await redis.get(roomClockKey(roomCode));
        return json === null ? undefined : keptClock.parse(JSON.parse(json));
      } catch (error) {
        logger.warn({ err: error, roomCode }, 'the clock of a room begins anew');
        return undefined;
      }
    },
    save: (roomCode, kept) => {
      redis
        .set(roomClockKey(roomCode), JSON.stringify(kept), 'EX', roomClockSeconds)
        .catch((error: unknown) => logger.debug({ err: error, roomCode }, 'a clock was not kept'));
    },
  };
}
