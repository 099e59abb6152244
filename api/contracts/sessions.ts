import { z } from 'zod';
import { iceServers } from '../../media/contracts/iceServers.ts';
import { person } from './accounts.ts';
import { id, instant, line, page, pageOf, paise, text } from './common.ts';
import { lessonLanguage, rating } from './teaching.ts';

export const sessionState = z.enum(['draft', 'scheduled', 'live', 'completed', 'cancelled', 'missed']);
export type SessionState = z.infer<typeof sessionState>;

/** A new lesson as its mentor describes it. Prices above zero wait for payments; see LES-3. */
export const createSession = z.object({
  title: line(3, 120),
  description: text(4000).default(''),
  topics: z.array(line(1, 80)).min(1).max(20),
  domains: z.array(line(1, 40)).max(5).default([]),
  startsAt: instant,
  durationMinutes: z.number().int().min(15).max(240),
  capacity: z.number().int().min(1).max(50).default(1),
  language: lessonLanguage.default('en'),
});
export type CreateSession = z.infer<typeof createSession>;
export type CreateSessionInput = z.input<typeof createSession>;

/** More time for a live lesson; `endsAt` is the end that its mentor saw, so that a wish said twice is done once. */
export const extendSession = z.object({ minutes: z.number().int().min(1).max(60), endsAt: instant });
export type ExtendSession = z.infer<typeof extendSession>;

/** A lesson as anyone may see it. */
export const session = z.object({
  id,
  title: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  domains: z.array(z.string()),
  startsAt: instant,
  endsAt: instant,
  durationMinutes: z.number().int(),
  /** How much of it was added while the lesson went on (ROOM-11). */
  extendedMinutes: z.number().int().nonnegative(),
  capacity: z.number().int(),
  seatsLeft: z.number().int().nonnegative(),
  pricePaise: paise,
  state: sessionState,
  language: lessonLanguage,
  mentor: person.extend({ rating }),
});
export type Session = z.infer<typeof session>;

/** The caller's own relation to a lesson; absent for visitors. */
export const sessionForMe = session.extend({
  mine: z
    .object({
      isMentor: z.boolean(),
      bookingId: id.nullable(),
      bookingState: z.string().nullable(),
      /** Only for those who may enter: the path of the room is /session/{roomCode}. */
      roomCode: id.nullable(),
      /** From when the caller may enter (learner) or go live (mentor). */
      opensAt: instant.nullable(),
    })
    .nullable(),
});
export type SessionForMe = z.infer<typeof sessionForMe>;

const flag = z.enum(['true', 'false']).transform((said) => said === 'true');

/** What the list of open lessons can be narrowed to (WEB-1); all that is given must hold. */
const sessionFilters = z.object({
  /** Words, or their beginnings, of title, description, topics, domains or the mentor's name. */
  q: line(0, 80).optional(),
  topic: line(1, 80).optional(),
  domain: line(1, 40).optional(),
  price: z.enum(['free', 'paid']).optional(),
  maxPricePaise: z.coerce.number().pipe(paise).optional(),
  /** Start at or after, and before. */
  from: instant.optional(),
  until: instant.optional(),
  /** Under way, or starting within so many hours. */
  startsWithinHours: z.coerce.number().int().min(1).max(720).optional(),
  liveNow: flag.optional(),
  /** Of the mentor; lessons of mentors without a review are left out. */
  ratingMin: z.coerce.number().min(1).max(5).optional(),
  language: lessonLanguage.optional(),
  mentor: id.optional(),
});
export type SessionFilters = z.infer<typeof sessionFilters>;

export const sessionList = page
  .extend({
    /** `open`: live or still to come, soonest first; `mine`: those of the calling mentor, newest start first. */
    scope: z.enum(['open', 'mine']).default('open'),
    ...sessionFilters.shape,
  })
  .refine(({ from, until }) => !from || !until || from < until, {
    message: 'must be later than from',
    path: ['until'],
  });
export type SessionList = z.infer<typeof sessionList>;
export const sessionPage = pageOf(session);
export type SessionPage = z.infer<typeof sessionPage>;

/** Entrance to a room: hand `ticket` to the media node at `mediaUrl` before `expiresAt`. */
export const roomTicket = z.object({
  ticket: z.string(),
  expiresAt: instant,
  mediaUrl: z.url(),
  iceServers,
  session: sessionForMe,
});
export type RoomTicket = z.infer<typeof roomTicket>;

/** For trying the ways to a media node before a lesson; its ticket is no entrance. */
export const connectionCheck = z.object({ ticket: z.string(), mediaUrl: z.url(), iceServers });
export type ConnectionCheck = z.infer<typeof connectionCheck>;

/** The room's address holds its code; this finds the lesson for one who may enter it. */
export const roomCodeParam = z.object({ roomCode: id });
