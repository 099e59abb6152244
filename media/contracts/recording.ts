import { z } from 'zod';
import { mediaSource } from './facts.ts';

export const recordingTurn = z.enum(['on', 'paused', 'off']);
export type RecordingTurn = z.infer<typeof recordingTurn>;

/** How the recording of a room stands, as everybody in it is told. */
export const recordingView = z.object({
  /** Whether this node can record at all. */
  available: z.boolean(),
  state: recordingTurn,
  /** The name of who started it; null while it is off. */
  by: z.string().nullable(),
});
export type RecordingView = z.infer<typeof recordingView>;

/** Redis key under which a room's recording outlives its node: `keptRecording` as JSON; none while it is off. */
export const roomRecordingKey = (roomCode: string) => `peerlearn:media:recording:${roomCode}`;
/** Longer than any lesson. */
export const roomRecordingSeconds = 24 * 3600;
export const keptRecording = z.object({
  id: z.uuid(),
  state: z.enum(['on', 'paused']),
  by: z.string(),
});
export type KeptRecording = z.infer<typeof keptRecording>;

/**
 * A recording lies on disk as `<recordings>/<recording id>/<segment id>.mkv`, each with one track as it was sent, and
 * `<segment id>.jsonl` beside it: a `segmentHead`, then a `clockAnchor` a line. Both are written as things happen, so
 * that what a killed process leaves behind can be used.
 */
export const segmentHead = z.object({
  segmentId: z.uuid(),
  recordingId: z.uuid(),
  userId: z.uuid(),
  role: z.enum(['mentor', 'learner', 'admin']),
  source: mediaSource,
  kind: z.enum(['audio', 'video']),
  codec: z.string(),
});
export type SegmentHead = z.infer<typeof segmentHead>;

/**
 * When (ms since the epoch, by the node's clock) what stands at a place of the file (ms) was taken; the first one of a file
 * says when its first packet reached the node.
 */
export const clockAnchor = z.object({ fileMs: z.number(), wallMs: z.number() });
export type ClockAnchor = z.infer<typeof clockAnchor>;
