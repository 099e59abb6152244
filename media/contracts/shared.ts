import { z } from 'zod';
import { boardItem } from './board.ts';
import { chatMessage } from './chat.ts';
import { topicChange } from './topics.ts';

/**
 * What people make together in a room is appended to a log of its kind, a Redis stream for each room that is never
 * trimmed while the room lives, and in the same step to one stream of all rooms, from which workers bring it to the
 * database. An entry of either has one field, `entry`: a `sharedEntry` as JSON.
 */
export type SharedKind = SharedEntry['kind'];
/** Redis stream of a room's entries of a kind; their ids are `<position>-0`. */
export const roomLogKey = (roomCode: string, kind: SharedKind) => `peerlearn:room:${kind}:${roomCode}`;
/** Redis hash: author and client id of an entry → its position. */
export const roomLogIdsKey = (roomCode: string, kind: SharedKind) => `${roomLogKey(roomCode, kind)}:ids`;
/** So long after its last entry, which is longer than any lesson, a room's log is forgotten. */
export const roomLogSeconds = 24 * 3600;

/** Redis stream that workers read as the consumer group `sharedGroup`; what they have stored leaves it. */
export const sharedStream = 'peerlearn:shared';
export const sharedGroup = 'workers';

export const sharedEntry = z.discriminatedUnion('kind', [
  chatMessage.extend({ kind: z.literal('chat'), sessionId: z.uuid(), roomCode: z.uuid() }),
  z.object({
    ...{ kind: z.literal('board'), position: z.number().int().positive(), at: z.iso.datetime() },
    ...{ sessionId: z.uuid(), roomCode: z.uuid(), userId: z.uuid(), items: z.array(boardItem) },
  }),
  topicChange.extend({
    kind: z.literal('topics'),
    userId: z.uuid(),
    sessionId: z.uuid(),
    roomCode: z.uuid(),
  }),
]);
export type SharedEntry = z.infer<typeof sharedEntry>;
