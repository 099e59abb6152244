import { z } from 'zod';
import { id, instant } from './common.ts';

/** Every background job: its queue and what it carries. A job without a handler does not compile. */
export const jobs = {
  /** Removes codes and log-ins that are long over: they hold addresses and names of browsers. */
  'accounts.clean': z.object({}),
  'mail.bookingConfirmed': z.object({ bookingId: id }),
  /** `issue` counts how often the code was asked for; only the newest is mailed. */
  'mail.emailCode': z.object({ codeId: id, issue: z.number().int() }),
  'mail.passwordChanged': z.object({ userId: id, changedAt: instant }),
  /** Removes outbox rows that were delivered long ago. */
  'outbox.clean': z.object({}),
  'room.close': z.object({ roomCode: id, reason: z.enum(['ended', 'cancelled']) }),
} as const;
export type JobName = keyof typeof jobs;
export type JobData<N extends JobName> = z.infer<(typeof jobs)[N]>;
