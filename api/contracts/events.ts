import { z } from 'zod';
import { booking } from './bookings.ts';
import { id, instant } from './common.ts';
import { notification } from './notifications.ts';
import { session } from './sessions.ts';

/** Live events from api to pages. Names are facts: `noun.pastTense`. */
export const liveEvents = {
  /** Channel `catalogue`: a lesson was published, or anything that its card shows has changed. */
  'session.published': z.object({ session }),
  'session.changed': z.object({ session }),
  /** Channel of the learner, and of the mentor whose lesson it is. */
  'booking.changed': z.object({ booking }),
  'notification.created': z.object({ notification }),
  /** Channel `session:{id}`: who is in the room now. */
  'presence.changed': z.object({ sessionId: id, present: z.array(z.object({ userId: id, since: instant })) }),
} as const;
export type LiveEventName = keyof typeof liveEvents;
export type LiveEventData<N extends LiveEventName> = z.infer<(typeof liveEvents)[N]>;

/** A channel is a socket.io room. Those of a person are joined by the server, from who they are. */
export const channels = {
  catalogue: 'catalogue',
  user: (userId: string) => `user:${userId}`,
  session: (sessionId: string) => `session:${sessionId}`,
} as const;

/** socket.io handshake: without a token the socket hears only the public catalogue. */
export const liveHandshake = z.object({ token: z.string().max(4096).optional() });

export const watchSession = z.object({ sessionId: id });

export type PageToLive = {
  watchSession: (data: unknown, answer: (result: { ok: boolean }) => void) => void;
  unwatchSession: (data: unknown, answer: (result: { ok: boolean }) => void) => void;
};
export type LiveToPage = { [N in LiveEventName]: (data: LiveEventData<N>) => void };
