import type { Redis } from 'ioredis';
import { liveStream, liveStreamLength } from './liveStream.ts';

export interface LiveMessage {
  /** An id that was given before is not sent again (within the hour). */
  id?: string;
  channels: string[];
  name: string;
  data: unknown;
}

/** Sends an event to the pages of all api processes. Resolves when Redis has it. */
export type FanOut = (message: LiveMessage) => Promise<void>;

const rememberSeconds = 3600;
const broadcast = 3;
const event = 2;

const script = `
  if ARGV[1] ~= '' and not redis.call('SET', KEYS[2], '1', 'NX', 'EX', ARGV[2]) then return 0 end
  redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*',
    'uid', 'emitter', 'nsp', '/', 'type', ARGV[4], 'data', ARGV[5])
  return 1`;

/**
 * Writes to the stream that @socket.io/redis-streams-adapter reads, in its own form, under the name "emitter" that
 * socket.io's cluster adapter keeps for senders without sockets. There is no published emitter for this adapter,
 * and a socket.io server used as one swallows the failure of a write, which the outbox must learn of.
 */
export function createFanOut(redis: Redis): FanOut {
  return async ({ id = '', channels, name, data }) => {
    const payload = JSON.stringify({
      packet: { type: event, nsp: '/', data: [name, data] },
      opts: { rooms: channels, except: [], flags: {} },
    });
    const sent = `peerlearn:live:sent:${id}`;
    await redis.eval(script, 2, liveStream, sent, id, rememberSeconds, liveStreamLength, broadcast, payload);
  };
}
