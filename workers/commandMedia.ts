import type { Redis } from 'ioredis';
import { mediaCommandsStream, type MediaCommand } from '../media/contracts/nodes.ts';

/** Commands are of use only while tickets for the room are (a minute); a few thousand are ample. */
const streamLength = 5_000;

/** Jobs `room.close` and `gift.tell`: tells the media nodes. Telling them twice is harmless. */
export async function commandMedia(redis: Redis, command: MediaCommand): Promise<void> {
  await redis.xadd(mediaCommandsStream, 'MAXLEN', '~', streamLength, '*', 'command', JSON.stringify(command));
}
