import { z } from 'zod';
import { gift } from '../../media/contracts/gifts.ts';
import { id, instant } from './common.ts';

/** Every background job: its queue and what it carries. A job without a handler does not compile. */
export const jobs = {
  /** Removes codes and log-ins that are long over: they hold addresses and names of browsers. */
  'accounts.clean': z.object({}),
  /** Removes unfinished uploads that ran out. */
  'files.clean': z.object({}),
  /** Removes a file that nobody is shown any more. */
  'files.remove': z.object({ fileId: id }),
  /** Ends the open sockets of a person. */
  'live.end': z.object({ userId: id }),
  'mail.bookingConfirmed': z.object({ bookingId: id }),
  /** `issue` counts how often the code was asked for; only the newest is mailed. */
  'mail.emailCode': z.object({ codeId: id, issue: z.number().int() }),
  /** Name, address and language, sealed: they are stored nowhere any more. */
  'mail.farewell': z.object({ sealed: z.string() }),
  'mail.notification': z.object({ notificationId: id }),
  'mail.passwordChanged': z.object({ userId: id, changedAt: instant }),
  /** Removes outbox rows that were delivered long ago. */
  'outbox.clean': z.object({}),
  /** Removes browsers that are logged out, and what they were told long ago. */
  'push.clean': z.object({}),
  /** Removes data exports whose time is over. */
  'privacy.clean': z.object({}),
  'privacy.export': z.object({ exportId: id }),
  /** Waits while the person's quiet hours last. */
  'push.notification': z.object({ notificationId: id }),
  /** Makes one file of a lesson's tracks. */
  'recording.compose': z.object({ recordingId: id }),
  /** Removes the bytes of a recording that nobody is shown any more. */
  'recording.remove': z.object({ recordingId: id }),
  /** Removes recordings that were kept for long enough, and takes up those that lost their media node. */
  'recordings.clean': z.object({}),
  /** Lets a room thank for a gift. */
  'gift.tell': z.object({ roomCode: id, gift }),
  'room.close': z.object({ roomCode: id, reason: z.enum(['ended', 'cancelled']) }),
} as const;
export type JobName = keyof typeof jobs;
export type JobData<N extends JobName> = z.infer<(typeof jobs)[N]>;
