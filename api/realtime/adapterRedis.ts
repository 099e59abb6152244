import type { Redis } from 'ioredis';
import { connectRedis } from '../../config/redis.ts';

/**
 * The connection of socket.io's Redis adapter, and by `duplicate` those that the adapter opens besides. Commands wait
 * while Redis is away: the adapter repeats a failed read at once, for ever.
 */
export function connectAdapterRedis(url: string): Redis {
  return hearingFailures(connectRedis(url, { blocking: true }));
}

/**
 * The adapter looks away from what becomes of some commands (its subscription, a stored place). When one of them fails
 * because the connection is closed at the end, that would count as a failure that nobody heard, and end the process.
 */
function hearingFailures(redis: Redis): Redis {
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (...command) => {
    const answer = send(...command) as Promise<unknown>;
    answer.catch(() => undefined);
    return answer;
  };
  const duplicate = redis.duplicate.bind(redis);
  redis.duplicate = (...override) => hearingFailures(duplicate(...override));
  return redis;
}
