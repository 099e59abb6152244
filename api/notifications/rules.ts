import type { NotificationKind } from '../contracts/notifications.ts';
import type { NotificationTopic, Preferences } from '../contracts/preferences.ts';

interface KindRules {
  topic: NotificationTopic;
  /** `own`: a mail of its own is sent beside it, which asks for the choice itself. */
  email: 'chosen' | 'always' | 'own';
  /** For so long it is news worth a push; one that waited longer is left to the list. */
  pushMinutes: number;
}

const dayMinutes = 24 * 60;
const kindRules: Record<NotificationKind, KindRules> = {
  'booking.confirmed': { topic: 'bookings', email: 'own', pushMinutes: dayMinutes },
  'session.booked': { topic: 'bookings', email: 'chosen', pushMinutes: dayMinutes },
  // No lesson is longer.
  'session.live': { topic: 'lessons', email: 'chosen', pushMinutes: 4 * 60 },
  'session.cancelled': { topic: 'lessons', email: 'chosen', pushMinutes: dayMinutes },
  'session.resources': { topic: 'lessons', email: 'chosen', pushMinutes: dayMinutes },
  'account.exportReady': { topic: 'account', email: 'chosen', pushMinutes: dayMinutes },
  'account.newLogIn': { topic: 'account', email: 'always', pushMinutes: dayMinutes },
};

/** By which ways, besides the list, somebody is told about a kind of thing. */
export function waysOf(kind: NotificationKind, { ways }: Pick<Preferences, 'ways'>) {
  const { topic, email } = kindRules[kind];
  const chosen = ways[topic];
  return { email: email === 'always' || (email === 'chosen' && chosen.email), push: chosen.push };
}

/** Until when a push about it is worth sending. */
export const pushWorthUntil = (about: { kind: NotificationKind; createdAt: string }): Date =>
  new Date(Date.parse(about.createdAt) + kindRules[about.kind].pushMinutes * 60_000);
