import { z } from 'zod';
import { id, instant, page, pageOf } from './common.ts';

/** The kind decides text and icon (in the catalogue); `subject` fills its blanks; `path` is where it leads. */
export const notification = z.object({
  id,
  kind: z.enum(['booking.confirmed', 'session.booked', 'session.live']),
  subject: z.record(z.string(), z.string()),
  path: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type Notification = z.infer<typeof notification>;
export const notificationList = page;
export const notificationPage = pageOf(notification).extend({ unread: z.number().int().nonnegative() });
