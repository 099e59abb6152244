import { z } from 'zod';
import { id } from './common.ts';

/** Someone before the room of a lesson (ROOM-3). Two tabs of one person are one, ready when either is. */
export const lobbyPerson = z.object({
  userId: id,
  name: z.string(),
  pictureUrl: z.string().nullable(),
  role: z.enum(['mentor', 'learner', 'admin']),
  ready: z.boolean(),
});
export type LobbyPerson = z.infer<typeof lobbyPerson>;

/** Who is before a room; of two, the one with the higher version is the newer. */
export const lobby = z.object({
  sessionId: id,
  version: z.number().int().nonnegative(),
  people: z.array(lobbyPerson),
});
export type Lobby = z.infer<typeof lobby>;

/**
 * What a page says of itself: `waiting` is in the lobby and seen there, `watching` only sees it (from inside the room),
 * `gone` is neither. One socket is in one lobby at a time. It holds until the socket says otherwise, or falls silent.
 */
export const lobbyVisit = z.object({
  sessionId: id,
  tab: id,
  as: z.enum(['waiting', 'watching', 'gone']),
  ready: z.boolean(),
});
export type LobbyVisit = z.infer<typeof lobbyVisit>;

/** Not ok: one may not know who is there, or the lobby cannot be reached now. */
export const lobbyAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), lobby }),
  z.object({ ok: z.literal(false) }),
]);
export type LobbyAnswer = z.infer<typeof lobbyAnswer>;
