import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Logger } from '../../config/logger.ts';
import {
  boardItem,
  boardLimits,
  keyOf,
  stampOf,
  type BoardItem,
  type BoardRules,
  type BoardState,
} from '../contracts/board.ts';
import { roomLogKey, roomLogSeconds, sharedStream, type SharedEntry } from '../contracts/shared.ts';
import { SignallingError } from '../SignallingError.ts';
import { readScript, writeScript } from './boardScripts.ts';

type About = Pick<Extract<SharedEntry, { kind: 'board' }>, 'sessionId' | 'roomCode' | 'userId'>;
export interface Written {
  /** Undefined when nothing of it was new. */
  position: number | undefined;
  /** What took the place of an older state, or of none. */
  fresh: BoardItem[];
}

/**
 * The boards of rooms, where they outlive every process of ours: the newest state of each item in Redis, by the position
 * of its last change, for those who come (back); and every change, in the same step, in the stream from which workers
 * bring it to the database. Redis holds no more than a board's items, however long they are drawn.
 */
export interface BoardStore {
  /**
   * Keeps what is newer than what is kept (`supersedes`); so anything may be written again.
   * @throws SignallingError `not_kept`; `not_allowed` when the board is read-only; `board_full`
   */
  write(about: About, items: BoardItem[], isMentor: boolean): Promise<Written>;
  /** Items that have changed after a position, in the order in which they did. @throws SignallingError `not_kept` */
  since(roomCode: string, position: number): Promise<BoardState>;
  /** @throws SignallingError `not_kept` */
  setRules(roomCode: string, rules: BoardRules): Promise<void>;
}

/** An answer ends with the batch that brings it to so many characters. */
const answerLength = 300_000;
const answerItems = 1_500;

const keysOf = (roomCode: string) => {
  const base = roomLogKey(roomCode, 'board');
  return { items: `${base}:items`, order: `${base}:order`, about: `${base}:about` };
};

export function createBoardStore(redis: Redis, logger: Logger): BoardStore {
  const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      logger.warn({ err: error }, 'the board of a room cannot be reached');
      throw new SignallingError('not_kept', 'that cannot be kept now; try again');
    }
  };
  return {
    write: async (about, items, isMentor) => {
      const { items: all, order, about: facts } = keysOf(about.roomCode);
      const entry = JSON.stringify({ kind: 'board', at: new Date().toISOString(), ...about });
      const stamps = items.flatMap((item) => {
        const { version, versionNonce, isDeleted } = stampOf(item);
        return [keyOf(item), version, versionNonce, isDeleted ? 1 : 0, JSON.stringify(item)];
      });
      const limits = [boardLimits.items, boardLimits.length];
      const head = [entry, isMentor ? 1 : 0, ...limits, roomLogSeconds, randomUUID()];
      const answer = await asking(() =>
        redis.eval(writeScript, 4, all, order, facts, sharedStream, ...head, ...stamps),
      );
      if (answer === 'readOnly') throw new SignallingError('not_allowed', 'only the mentor may draw now');
      if (answer === 'full') throw new SignallingError('board_full', 'no more fits onto this board');
      const [position, ...taken] = (answer as (string | number)[]).map(Number);
      return {
        position: position === 0 ? undefined : position,
        fresh: items.filter((_, at) => taken.includes(at + 1)),
      };
    },
    since: async (roomCode, position) => {
      const { items, order, about } = keysOf(roomCode);
      const head = [position, answerItems, answerLength, roomLogSeconds, randomUUID()];
      const answer = await asking(() => redis.eval(readScript, 3, items, order, about, ...head));
      const [epoch, readOnly, last, more, ...found] = answer as string[];
      return {
        epoch: epoch ?? '',
        rules: { readOnly: readOnly === '1' },
        position: Math.max(position, Number(last)),
        more: more === '1',
        items: found.map((json) => boardItem.parse(JSON.parse(json))),
      };
    },
    setRules: async (roomCode, { readOnly }) => {
      const { about } = keysOf(roomCode);
      const write = redis
        .multi()
        .hset(about, 'readOnly', readOnly ? '1' : '0')
        .expire(about, roomLogSeconds);
      await asking(() => write.exec());
    },
  };
}
