import type { Redis } from 'ioredis';
import { z } from 'zod';
import { lobbyPerson } from '../contracts/lobby.ts';
import type { LobbyEntry } from './rules.ts';

/** A page that says nothing for so long is gone: with the pause between two questions, well within 20 s. */
const leaseMs = 12_000;
/** A page whose socket was closed has so long to come back over another. */
const returnMs = 5_000;
/** Behind the leases, so that Redis forgets a lobby that nobody sweeps. */
const keptSeconds = 60;

const lobbyEntry = lobbyPerson.extend({ socketId: z.string() });

/** Times are Redis's own, so that the clocks of several api processes need not agree. */
const prelude = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

/** KEYS: entries, leases. ARGV: page, its entry or '', lease, expiry. Answers whether anything changed, version, entries. */
const visitScript = `${prelude}
  local changed = 0
  for _, page in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do
    redis.call('ZREM', KEYS[2], page)
    changed = changed + redis.call('HDEL', KEYS[1], page)
  end
  if ARGV[2] == '' then
    redis.call('ZREM', KEYS[2], ARGV[1])
    changed = changed + redis.call('HDEL', KEYS[1], ARGV[1])
  else
    if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
      redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
      changed = changed + 1
    end
    redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1])
  end
  redis.call('EXPIRE', KEYS[1], ARGV[4])
  redis.call('EXPIRE', KEYS[2], ARGV[4])
  return { changed, time[1] * 1000000 + time[2], redis.call('HVALS', KEYS[1]) }`;

/** KEYS: entries, leases. ARGV: page, socket, lease. Only for the socket over which the page was there last. */
const dropScript = `${prelude}
  local entry = redis.call('HGET', KEYS[1], ARGV[1])
  if entry and cjson.decode(entry).socketId == ARGV[2] then
    redis.call('ZADD', KEYS[2], 'XX', now + ARGV[3], ARGV[1])
  end`;

const keysOf = (sessionId: string) =>
  [`peerlearn:lobby:${sessionId}`, `peerlearn:lobby:${sessionId}:until`] as const;

/** Who is in the lobbies, for all api processes; every page's place runs out unless it is renewed. */
export function createLobbyStore(redis: Redis) {
  return {
    /**
     * Renews a page's place (`entry`) or gives it up (null), and sweeps out those that ran out.
     * @returns all that are there, and whether that has changed
     */
    visit: async (sessionId: string, page: string, entry: LobbyEntry | null) => {
      const value = entry ? JSON.stringify(entry) : '';
      const answer = await redis.eval(
        visitScript,
        2,
        ...keysOf(sessionId),
        page,
        value,
        leaseMs,
        keptSeconds,
      );
      const [changed, version, values] = answer as [number, number, string[]];
      const entries = values.map((json) => lobbyEntry.parse(JSON.parse(json)));
      return { changed: changed > 0, version, entries };
    },
    /** A page's socket was closed. */
    drop: async (sessionId: string, page: string, socketId: string): Promise<void> => {
      await redis.eval(dropScript, 2, ...keysOf(sessionId), page, socketId, returnMs);
    },
  };
}
