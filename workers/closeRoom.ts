import type { Redis } from 'ioredis';
import type { JobData } from '../api/contracts/jobs.ts';
import { mediaCommandsStream, type MediaCommand } from '../media/contracts/nodes.ts';

/** Commands are of use only while tickets for the room are (a minute); a few thousand are ample. */
const streamLength = 5_000;

/** Job `room.close`: tells the media nodes. Telling them twice is harmless. */
export async function closeRoom(redis: Redis, data: JobData<'room.close'>): Promise<void> {
  const command: MediaCommand = { type: 'closeRoom', ...data };
  await redis.xadd(mediaCommandsStream, 'MAXLEN', '~', streamLength, '*', 'command', JSON.stringify(command));
}
