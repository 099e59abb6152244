import { z } from 'zod';
import { booking } from './bookings.ts';
import { id, instant } from './common.ts';
import { lobby, type LobbyAnswer } from './lobby.ts';
import { mentorFigures } from './mentors.ts';
import { notification, notificationsRead } from './notifications.ts';
import { preferences } from './preferences.ts';
import { recordingState } from './recordings.ts';
import { session } from './sessions.ts';

/** Live events from api to pages. Names are facts: `noun.pastTense`. */
export const liveEvents = {
  /** Channel `catalogue`: a lesson was published, or anything that its card shows has changed. */
  'session.published': z.object({ session }),
  'session.changed': z.object({ session }),
  /** Channel `catalogue`: name, picture, rating or lessons held of a mentor. */
  'mentor.changed': z.object({ mentor: mentorFigures }),
  /** Channel of the learner, and of the mentor whose lesson it is. */
  'booking.changed': z.object({ booking }),
  /** Channel of the person. */
  'notification.created': z.object({ notification }),
  'notification.read': notificationsRead,
  'preferences.changed': z.object({ preferences }),
  /** Channel `session:{id}`: who is in the room now. */
  'presence.changed': z.object({ sessionId: id, present: z.array(z.object({ userId: id, since: instant })) }),
  /** Channel of each who took part in the lesson: how its recording stands. */
  'recording.changed': z.object({
    sessionId: id,
    recordingId: id,
    state: recordingState,
    progress: z.number().int(),
  }),
  /** Channel `lobby:{id}`: who is before the room of a lesson now. */
  'lobby.changed': lobby,
} as const;
export type LiveEventName = keyof typeof liveEvents;
export type LiveEventData<N extends LiveEventName> = z.infer<(typeof liveEvents)[N]>;

/** A channel is a socket.io room. Those of a person are joined by the server, from who they are. */
export const channels = {
  catalogue: 'catalogue',
  user: (userId: string) => `user:${userId}`,
  session: (sessionId: string) => `session:${sessionId}`,
  lobby: (sessionId: string) => `lobby:${sessionId}`,
} as const;

/**
 * socket.io handshake: without a token the socket hears only the public catalogue.
 *
 * Give `auth` as a function, so that each new connection brings the newest token. A token that is refused is a
 * `connect_error` whose `data.code` is `session_expired` (bad form: `bad_request`): renew it and call `connect()`.
 * When the token of an open socket runs out the server ends the connection; socket.io reconnects by itself (with the
 * new token) and is given the events that it missed. `socket.recovered` false means that some may be missing:
 * read again what is shown.
 */
export const liveHandshake = z.object({ token: z.string().max(4096).optional() });

export const watchSession = z.object({ sessionId: id });

/** First event of every connection: it marks the place from which a dropped connection is resumed. */
export const liveReady = z.object({
  /** Whose events this socket hears besides the catalogue; null for a visitor. */
  userId: id.nullable(),
  expiresAt: instant.nullable(),
});
export type LiveReady = z.infer<typeof liveReady>;

export type PageToLive = {
  watchSession: (data: unknown, answer: (result: { ok: boolean }) => void) => void;
  unwatchSession: (data: unknown, answer: (result: { ok: boolean }) => void) => void;
  /** Data: `lobbyVisit`. */
  visitLobby: (data: unknown, answer: (result: LobbyAnswer) => void) => void;
};
export type LiveToPage = { [N in LiveEventName]: (data: LiveEventData<N>) => void } & {
  ready: (data: LiveReady) => void;
  /** To a page in a lobby, again and again: one that does not answer is gone. */
  areYouThere: (data: object, answer: () => void) => void;
};
