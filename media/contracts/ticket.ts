import { z } from 'zod';

/** Audience claim of a room ticket, so that no other token of ours can be used as one. */
export const ticketAudience = 'peerlearn-room';

/** What a room ticket (JWT, HS256, RFC 7519) says of its bearer. Signed by api, checked by media. */
export const ticketClaims = z.object({
  sub: z.uuid(),
  sessionId: z.uuid(),
  roomCode: z.uuid(),
  role: z.enum(['mentor', 'learner', 'admin']),
  name: z.string().min(1).max(120),
  /** Their picture, on the API's origin; null while they have none, and in tickets from before this was told. */
  pictureUrl: z.string().max(500).nullable().default(null),
  /** How many topics the lesson was planned with; tickets from before this was told know of none. */
  topicCount: z.number().int().nonnegative().optional(),
});
export type TicketClaims = z.infer<typeof ticketClaims>;
