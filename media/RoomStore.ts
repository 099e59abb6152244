import type { Redis } from 'ioredis';
import type { z } from 'zod';
import type { Logger } from '../config/logger.ts';
import { keptClock, roomClockKey, roomClockSeconds, type KeptClock } from './contracts/clock.ts';
import {
  keptRecording,
  roomRecordingKey,
  roomRecordingSeconds,
  type KeptRecording,
} from './contracts/recording.ts';

/** Where something of the rooms is kept beyond the life of a node. */
export interface RoomStore<Kept> {
  /** Nothing when none was kept, or it cannot be had. */
  load(roomCode: string): Promise<Kept | undefined>;
  /** Not waited for; nothing: it is not kept any more. */
  save(roomCode: string, kept: Kept | undefined): void;
}

interface What<Kept> {
  schema: z.ZodType<Kept>;
  keyOf: (roomCode: string) => string;
  seconds: number;
  /** Said when it could not be read, or kept. */
  unread: string;
  unkept: { level: 'debug' | 'warn'; words: string };
}

const createRoomStore = <Kept>(
  redis: Redis,
  logger: Logger,
  { schema, keyOf, seconds, unread, unkept }: What<Kept>,
): RoomStore<Kept> => ({
  load: async (roomCode) => {
    try {
      const json = await redis.get(keyOf(roomCode));
      return json === null ? undefined : schema.parse(JSON.parse(json));
    } catch (error) {
      logger.warn({ err: error, roomCode }, unread);
      return undefined;
    }
  },
  save: (roomCode, kept) => {
    const key = keyOf(roomCode);
    const saved = kept ? redis.set(key, JSON.stringify(kept), 'EX', seconds) : redis.del(key);
    saved.catch((error: unknown) => logger[unkept.level]({ err: error, roomCode }, unkept.words));
  },
});

/** The lesson's clock; the next save brings what a failed one should have. */
export const createClockStore = (redis: Redis, logger: Logger): RoomStore<KeptClock> =>
  createRoomStore(redis, logger, {
    ...{ schema: keptClock, keyOf: roomClockKey, seconds: roomClockSeconds },
    unread: 'the clock of a room begins anew',
    unkept: { level: 'debug', words: 'a clock was not kept' },
  });

/** That a room is recorded. */
export const createRecordingStore = (redis: Redis, logger: Logger): RoomStore<KeptRecording> =>
  createRoomStore(redis, logger, {
    ...{ schema: keptRecording, keyOf: roomRecordingKey, seconds: roomRecordingSeconds },
    unread: 'whether a room is recorded cannot be read',
    unkept: { level: 'warn', words: 'the state of a recording was not kept' },
  });
