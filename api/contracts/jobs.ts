import { z } from 'zod';
import { id } from './common.ts';

/** Every background job: its queue and what it carries. A job without a handler does not compile. */
export const jobs = {
  'mail.bookingConfirmed': z.object({ bookingId: id }),
  /** Removes outbox rows that were delivered long ago. */
  'outbox.clean': z.object({}),
  'room.close': z.object({ roomCode: id, reason: z.enum(['ended', 'cancelled']) }),
} as const;
export type JobName = keyof typeof jobs;
export type JobData<N extends JobName> = z.infer<(typeof jobs)[N]>;
