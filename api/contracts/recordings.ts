import { z } from 'zod';
import { id, instant } from './common.ts';

export const recordingState = z.enum(['recording', 'paused', 'composing', 'ready', 'failed', 'expired']);
export type RecordingState = z.infer<typeof recordingState>;

/** A point of the lesson, by its place in the recording. */
const chapter = z.object({ atMs: z.number().int().nonnegative(), title: z.string() });
export type Chapter = z.infer<typeof chapter>;

/** A stretch of the lesson that is in the recording: when it began, and where it stands there. */
const stretch = z.object({
  from: instant,
  atMs: z.number().int().nonnegative(),
  lengthMs: z.number().int().nonnegative(),
});
export type RecordedStretch = z.infer<typeof stretch>;

/** A recording of a lesson, for those who took part in it (ROOM-12). */
export const recording = z.object({
  id,
  state: recordingState,
  startedAt: instant,
  /** While it is composed: of a hundred. */
  progress: z.number().int().min(0).max(100),
  durationMs: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  chapters: z.array(chapter),
  /** What it holds of the lesson; pauses are not in it. By them, what was written or ticked then finds its place. */
  stretches: z.array(stretch),
  /** Until then it is kept. */
  expiresAt: instant.nullable(),
  /** Good for some hours, for the whole or parts of it; null unless it is ready. */
  url: z.string().nullable(),
});
export type Recording = z.infer<typeof recording>;
export const recordings = z.object({ items: z.array(recording) });
