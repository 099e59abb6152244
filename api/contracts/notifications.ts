import { z } from 'zod';
import { id, instant, page, pageOf } from './common.ts';

export const notificationKind = z.enum([
  'booking.confirmed',
  'session.booked',
  'session.live',
  'session.cancelled',
  'session.resources',
  'account.exportReady',
  'account.newLogIn',
]);
export type NotificationKind = z.infer<typeof notificationKind>;

/** The kind decides text and icon (in the catalogue); `subject` fills its blanks; `path` is where it leads. */
export const notification = z.object({
  id,
  kind: notificationKind,
  subject: z.record(z.string(), z.string()),
  path: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type Notification = z.infer<typeof notification>;
/** One was read, or (id null) all that came until then; `unread` is how many are left. */
export const notificationsRead = z.object({
  id: id.nullable(),
  readAt: instant,
  unread: z.number().int().nonnegative(),
});
export const notificationList = page;
export const notificationPage = pageOf(notification).extend({ unread: z.number().int().nonnegative() });
