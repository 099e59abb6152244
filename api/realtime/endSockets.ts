import type { Redis } from 'ioredis';
import { channels } from '../contracts/events.ts';
import { liveStream, liveStreamLength } from './liveStream.ts';

/** As socket.io's cluster adapter counts its messages. */
const disconnectSockets = 6;

/** Ends the open sockets of a person in all api processes; see fanOut.ts for the form. */
export async function endSockets(redis: Redis, userId: string): Promise<void> {
  const data = { opts: { rooms: [channels.user(userId)], except: [], flags: {} }, close: true };
  await redis.xadd(
    liveStream,
    ...(['MAXLEN', '~', liveStreamLength, '*'] as const),
    ...['uid', 'emitter', 'nsp', '/', 'type', String(disconnectSockets), 'data', JSON.stringify(data)],
  );
}
