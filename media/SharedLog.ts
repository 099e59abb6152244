import type { Redis } from 'ioredis';
import type { Logger } from '../config/logger.ts';
import {
  roomLogIdsKey,
  roomLogKey,
  roomLogSeconds,
  sharedEntry,
  sharedStream,
  type SharedEntry,
} from './contracts/shared.ts';
import { SignallingError } from './SignallingError.ts';

/** The board keeps its own form, see board/BoardStore.ts. */
type LoggedEntry = Exclude<SharedEntry, { kind: 'board' }>;
type LoggedKind = LoggedEntry['kind'];
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An entry before the log gives it its place. */
export type SharedDraft = Without<LoggedEntry, 'position'>;
type OfKind<K extends LoggedKind> = Extract<LoggedEntry, { kind: K }>;

/**
 * What people make together, where it outlives every process of ours. Once `append` has resolved, an entry is in Redis
 * for those who come (back) and for the database; Redis does both in one step.
 */
export interface SharedLog {
  /**
   * An entry that its author has appended before, by `clientId`, is not appended again.
   * @returns the entry as it stands in the log, and whether it is new there.
   * @throws SignallingError `not_kept` while Redis is away: it may be there all the same, so try again with its id.
   */
  append<K extends LoggedKind>(
    draft: Extract<SharedDraft, { kind: K }>,
  ): Promise<{ entry: OfKind<K>; fresh: boolean }>;
  /** What the author has appended under that id. @throws SignallingError `not_kept` */
  find<K extends LoggedKind>(
    room: RoomLog<K>,
    userId: string,
    clientId: string,
  ): Promise<OfKind<K> | undefined>;
  /** Entries after a position, in their order. @throws SignallingError `not_kept` */
  since<K extends LoggedKind>(room: RoomLog<K>, position: number, count: number): Promise<OfKind<K>[]>;
  /** Entries before a position (none: the last ones), newest first. @throws SignallingError `not_kept` */
  before<K extends LoggedKind>(
    room: RoomLog<K>,
    position: number | undefined,
    count: number,
  ): Promise<OfKind<K>[]>;
}

export interface RoomLog<K extends LoggedKind> {
  roomCode: string;
  kind: K;
}

/**
 * KEYS: log, ids, all rooms. ARGV: author and client id, entry, seconds. A position is the time in milliseconds, or one
 * more than the last: so it grows even when Redis came back empty. Numbers of that size must not be written as 1e+12.
 */
const appendScript = `
local known = redis.call('HGET', KEYS[2], ARGV[1])
if known then
  return { redis.call('XRANGE', KEYS[1], known .. '-0', known .. '-0')[1][2][2], 0 }
end
local time = redis.call('TIME')
local position = time[1] * 1000 + math.floor(time[2] / 1000)
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if last then
  position = math.max(position, tonumber(string.match(last[1], '^%d+')) + 1)
end
local written = string.format('%.0f', position)
local entry = '{"position":' .. written .. ',' .. string.sub(ARGV[2], 2)
redis.call('XADD', KEYS[1], written .. '-0', 'entry', entry)
redis.call('HSET', KEYS[2], ARGV[1], written)
redis.call('XADD', KEYS[3], '*', 'entry', entry)
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return { entry, 1 }
`;

export function createSharedLog(redis: Redis, logger: Logger): SharedLog {
  const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      logger.warn({ err: error }, 'the log of a room cannot be reached');
      throw new SignallingError('not_kept', 'that cannot be kept now; try again');
    }
  };
  return {
    append: (draft) =>
      asking(async () => {
        const { roomCode, kind, userId, clientId } = draft;
        const keys = [roomLogKey(roomCode, kind), roomLogIdsKey(roomCode, kind), sharedStream];
        const [id, json] = [idOf(userId, clientId), JSON.stringify(draft)];
        const answer = await redis.eval(appendScript, keys.length, ...keys, id, json, roomLogSeconds);
        const [entry, added] = answer as [string, number];
        return { entry: parse(entry), fresh: added === 1 };
      }),
    find: <K extends LoggedKind>({ roomCode, kind }: RoomLog<K>, userId: string, clientId: string) =>
      asking(async () => {
        const position = await redis.hget(roomLogIdsKey(roomCode, kind), idOf(userId, clientId));
        if (position === null) return undefined;
        return entriesOf<K>(await redis.xrange(roomLogKey(roomCode, kind), position, position)).at(0);
      }),
    since: ({ roomCode, kind }, position, count) =>
      asking(async () =>
        entriesOf(await redis.xrange(roomLogKey(roomCode, kind), `(${position}-0`, '+', 'COUNT', count)),
      ),
    before: ({ roomCode, kind }, position, count) =>
      asking(async () => {
        const end = position === undefined ? '+' : `(${position}-0`;
        return entriesOf(await redis.xrevrange(roomLogKey(roomCode, kind), end, '-', 'COUNT', count));
      }),
  };
}

/** Someone else's client id, used again, is another entry. */
const idOf = (userId: string, clientId: string) => `${userId} ${clientId}`;

const parse = <K extends LoggedKind>(json: string) => sharedEntry.parse(JSON.parse(json)) as OfKind<K>;
const entriesOf = <K extends LoggedKind>(raw: [string, string[]][]) =>
  raw.map(([, [, json = '']]) => parse<K>(json));
