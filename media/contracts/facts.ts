import { z } from 'zod';
import { measuredQuality } from './quality.ts';

/**
 * Redis stream to which media nodes append facts; workers read it as the consumer group `factsGroup`.
 * An entry has one field, `fact`: the fact as JSON.
 */
export const factsStream = 'peerlearn:facts';
export const factsGroup = 'workers';

export const mediaSource = z.enum(['microphone', 'camera', 'screen', 'screenAudio']);
export type MediaSource = z.infer<typeof mediaSource>;

const about = {
  /** Makes handling idempotent: a fact delivered twice is written once. */
  id: z.uuid(),
  at: z.iso.datetime(),
  nodeId: z.string(),
  sessionId: z.uuid(),
  roomCode: z.uuid(),
};
const ofPeer = { ...about, userId: z.uuid(), role: z.enum(['mentor', 'learner', 'admin']), peerId: z.uuid() };

/** What happened in a room, as the media node saw it. Past tense: nobody answers a fact. */
export const roomFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('room.opened'), ...about }),
  z.object({ type: z.literal('peer.joined'), ...ofPeer }),
  z.object({
    type: z.literal('peer.left'),
    ...ofPeer,
    reason: z.enum(['left', 'lost', 'replaced', 'removed', 'ended', 'stopped']),
  }),
  z.object({ type: z.literal('media.started'), ...ofPeer, source: mediaSource }),
  z.object({ type: z.literal('media.stopped'), ...ofPeer, source: mediaSource }),
  /** This person did not get what `fromUserId` sends; after that step of repair it flows again. */
  z.object({
    type: z.literal('media.repaired'),
    ...ofPeer,
    source: mediaSource,
    fromUserId: z.uuid(),
    step: z.enum(['nudge', 'renew', 'restartIce', 'reopen']),
  }),
  z.object({ type: z.literal('hand.raised'), ...ofPeer }),
  z.object({ type: z.literal('hand.lowered'), ...ofPeer, byUserId: z.uuid() }),
  /** A mentor stopped what someone sends. */
  z.object({ type: z.literal('peer.silenced'), ...ofPeer, source: mediaSource, byUserId: z.uuid() }),
  z.object({ type: z.literal('peer.removed'), ...ofPeer, byUserId: z.uuid() }),
  /** Someone who was removed, or came to a locked door, asked to be let in and was answered. */
  z.object({
    type: z.literal('knock.answered'),
    ...about,
    userId: z.uuid(),
    admitted: z.boolean(),
    byUserId: z.uuid(),
  }),
  /** Comes once a minute or so for each person, and when they leave. */
  z.object({ type: z.literal('quality.measured'), ...ofPeer, quality: measuredQuality }),
  /** What this person said of being recorded, before they came in or since. */
  z.object({ type: z.literal('recording.consent'), ...ofPeer, agreed: z.boolean() }),
  /** By whom: null when the room's end turned it off. */
  z.object({
    type: z.literal('recording.turned'),
    ...about,
    recordingId: z.uuid(),
    to: z.enum(['on', 'paused', 'off']),
    /** When that was; the fact that it is off comes once all files are whole. */
    turnedAt: z.iso.datetime(),
    byUserId: z.uuid().nullable(),
  }),
  /** A track of this person began to be written into a file of its own. */
  z.object({
    type: z.literal('recording.segment'),
    ...ofPeer,
    recordingId: z.uuid(),
    segmentId: z.uuid(),
    source: mediaSource,
  }),
  z.object({ type: z.literal('room.locked'), ...about, byUserId: z.uuid() }),
  z.object({ type: z.literal('room.unlocked'), ...about, byUserId: z.uuid() }),
  z.object({ type: z.literal('room.ended'), ...about, reason: z.enum(['ended', 'empty', 'stopped']) }),
]);
export type RoomFact = z.infer<typeof roomFact>;
