import { Redis, type RedisOptions } from 'ioredis';

/**
 * Opens a Redis connection that reconnects for ever.
 * @param url `redis://host:port/db`, `rediss://…` or a socket as `unix:///path?db=n`.
 * @param blocking for connections that wait in XREAD or serve BullMQ workers: their commands outlive a
 *   reconnect. Others fail fast while Redis is away, so that a request never hangs on it.
 * @param answerWithinMs a command that is not answered by then fails, and so do those after it until a new connection
 *   answers: for a Redis that does not go away, but hangs.
 */
export function connectRedis(
  url: string,
  { blocking = false, answerWithinMs }: { blocking?: boolean; answerWithinMs?: number } = {},
): Redis {
  const options: RedisOptions = {
    maxRetriesPerRequest: blocking ? null : 1,
    enableOfflineQueue: blocking,
    ...(answerWithinMs && { commandTimeout: answerWithinMs, socketTimeout: answerWithinMs }),
    retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 5), 2_000),
  };
  return url.startsWith('unix:')
    ? new Redis({ ...options, ...socketOf(new URL(url)) })
    : new Redis(url, options);
}

function socketOf(url: URL): Pick<RedisOptions, 'path' | 'db'> {
  return { path: url.pathname, db: Number(url.searchParams.get('db') ?? 0) };
}
