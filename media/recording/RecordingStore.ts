import type { Redis } from 'ioredis';
import type { Logger } from '../../config/logger.ts';
import {
  keptRecording,
  roomRecordingKey,
  roomRecordingSeconds,
  type KeptRecording,
} from '../contracts/recording.ts';

/** Where it is kept that a room is recorded, beyond the life of a node. */
export interface RecordingStore {
  /** Nothing when it is off, or it cannot be had. */
  load(roomCode: string): Promise<KeptRecording | undefined>;
  /** Not waited for; nothing: it is off. */
  save(roomCode: string, kept: KeptRecording | undefined): void;
}

export function createRecordingStore(redis: Redis, logger: Logger): RecordingStore {
  return {
    load: async (roomCode) => {
      try {
        const json = await redis.get(roomRecordingKey(roomCode));
        return json === null ? undefined : keptRecording.parse(JSON.parse(json));
      } catch (error) {
        logger.warn({ err: error, roomCode }, 'whether a room is recorded cannot be read');
        return undefined;
      }
    },
    save: (roomCode, kept) => {
      const key = roomRecordingKey(roomCode);
      const saved = kept ? redis.set(key, JSON.stringify(kept), 'EX', roomRecordingSeconds) : redis.del(key);
      saved.catch((error: unknown) =>
        logger.warn({ err: error, roomCode }, 'the state of a recording was not kept'),
      );
    },
  };
}
