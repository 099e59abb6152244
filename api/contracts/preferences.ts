import { z } from 'zod';
import { locale } from './accounts.ts';
import { timeZone } from './common.ts';

/** What notifications are about, as people choose by it; codes and security mails are always sent. */
export const notificationTopic = z.enum(['bookings', 'lessons', 'reminders', 'account']);
export type NotificationTopic = z.infer<typeof notificationTopic>;
const ways = z.object({ email: z.boolean(), push: z.boolean() });

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'must look like 22:30');
/** How a person wants to be spoken to and told (WEB-6, LIVE-3). */
export const preferences = z.object({
  locale,
  timeZone,
  sound: z.boolean(),
  ways: z.object({ bookings: ways, lessons: ways, reminders: ways, account: ways } satisfies Record<
    NotificationTopic,
    typeof ways
  >),
  /** In their own zone; may go over midnight. Push waits until they end; mail is sent anyway, it makes no sound. */
  quietHours: z
    .object({ from: timeOfDay, to: timeOfDay })
    .refine(({ from, to }) => from !== to, { message: 'must differ from the beginning', path: ['to'] })
    .nullable(),
});
export type Preferences = z.infer<typeof preferences>;
/** What is left out stays as it is. */
export const changePreferences = preferences.partial();
export type ChangePreferences = z.infer<typeof changePreferences>;

/** A browser that agreed to web push, as its `PushSubscription.toJSON()` says (W3C Push API). */
export const pushSubscription = z.object({
  /** https, and on the public network; http to this machine where the settings allow it for tests. */
  endpoint: z.url({ protocol: /^https?$/ }).max(2000),
  /** 65 and 16 bytes as base64url, with padding or without (RFC 8291). */
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{87}=?$/u, 'is not a key of a browser'),
    auth: z.string().regex(/^[\w-]{22}(?:==)?$/u, 'is not a secret of a browser'),
  }),
});
export type PushSubscription = z.infer<typeof pushSubscription>;
export const endPush = pushSubscription.pick({ endpoint: true });
/** Application server's public key (VAPID, RFC 8292); null when the installation has none. */
export const pushKey = z.object({ publicKey: z.string().nullable() });
