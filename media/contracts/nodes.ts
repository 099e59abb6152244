import { z } from 'zod';
import { gift } from './gifts.ts';

/** Redis hash: node id → `mediaNode` JSON. A node rewrites its entry every `heartbeatMs`. */
export const mediaNodesKey = 'peerlearn:media:nodes';
export const heartbeatMs = 2_000;
/** An entry older than this belongs to a node that is gone. */
export const nodeTimeoutMs = 6_000;

export const mediaNode = z.object({
  id: z.string(),
  url: z.url(),
  rooms: z.number().int().nonnegative(),
  peers: z.number().int().nonnegative(),
  /** Milliseconds since the epoch of the last heartbeat. */
  seenAt: z.number().int(),
});
export type MediaNode = z.infer<typeof mediaNode>;

/** Redis key that holds the id of the node on which a room lives; claimed with SET NX by that node. */
export const roomNodeKey = (roomCode: string) => `peerlearn:media:room:${roomCode}`;

/**
 * Redis stream of commands to all media nodes. An entry has one field, `command`: the command as JSON.
 * A node that does not have the room only remembers that tickets for it admit nobody any more.
 */
export const mediaCommandsStream = 'peerlearn:media:commands';
export const mediaCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('closeRoom'), roomCode: z.uuid(), reason: z.enum(['ended', 'cancelled']) }),
  /** Somebody has given the mentor something; its room says so at once. Told twice, it is shown once. */
  z.object({ type: z.literal('tellGift'), roomCode: z.uuid(), gift }),
]);
export type MediaCommand = z.infer<typeof mediaCommand>;
