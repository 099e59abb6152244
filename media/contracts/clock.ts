import { z } from 'zod';

const lengthMs = z.number().int().nonnegative();

/** The lesson's clock as a node tells it to pages: how things stood when it was sent. */
export const lessonClock = z.object({
  /** For how long the mentor and at least one learner were connected. */
  elapsedMs: lengthMs,
  running: z.boolean(),
  /** Whether it ever ran. */
  started: z.boolean(),
  /** How much of the time since the start was lost because somebody dropped out. */
  lostMs: lengthMs,
  /** Whether time is being lost now. */
  losing: z.boolean(),
});
export type LessonClockView = z.infer<typeof lessonClock>;

/** Redis key under which a room's clock outlives its node; holds `keptClock` as JSON. */
export const roomClockKey = (roomCode: string) => `peerlearn:media:clock:${roomCode}`;
/** Longer than any lesson. */
export const roomClockSeconds = 24 * 3600;

/** `asOf`: milliseconds since the epoch of the last proof that it was so. */
export const keptClock = lessonClock.extend({ asOf: z.number().int() });
export type KeptClock = z.infer<typeof keptClock>;
