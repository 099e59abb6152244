import { Redis, type RedisOptions } from 'ioredis';

/**
 * Opens a Redis connection that reconnects for ever.
 * @param url `redis://host:port/db`, `rediss://…` or a socket as `unix:///path?db=n`.
 * @param blocking for connections that wait in XREAD or serve BullMQ workers: their commands outlive a
 *   reconnect. Others fail fast while Redis is away, so that a request never hangs on it.
 */
export function connectRedis(url: string, { blocking = false }: { blocking?: boolean } = {}): Redis {
  const options: RedisOptions = {
    maxRetriesPerRequest: blocking ? null : 1,
    enableOfflineQueue: blocking,
    retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 5), 2_000),
  };
  return url.startsWith('unix:')
    ? new Redis({ ...options, ...socketOf(new URL(url)) })
    : new Redis(url, options);
}

function socketOf(url: URL): Pick<RedisOptions, 'path' | 'db'> {
  return { path: url.pathname, db: Number(url.searchParams.get('db') ?? 0) };
}
