import { SignJWT } from 'jose';
import { type TicketClaims, ticketAudience } from '../../media/contracts/ticket.ts';
import { type Caller, presentPerson, User } from '../accounts/index.ts';
import type { RoomTicket } from '../contracts/sessions.ts';
import { found, Refusal, refuseIf } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { pickMediaNode } from './mediaNodes.ts';
import { Session, sessionGraph } from './model.ts';
import { standingOf } from './policy.ts';
import { presentSessionForMe } from './presenter.ts';
import { refuseEntry } from './rules.ts';
import type { SeatBook } from './seatBook.ts';
import { turnCredentials } from './turnCredentials.ts';

/** Lessons run over; who comes back later than this gets a new ticket and new credentials. */
const overtimeMs = 3600_000;

/**
 * Lets someone into a lesson's room: a ticket that a media node admits for a minute (ROOM-1).
 * @throws Refusal `not_found`, `forbidden` to strangers, `too_early`, `too_late`, `wrong_state`, and `unavailable`
 *   when no media node is alive.
 */
export async function issueTicket(
  services: Services,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
): Promise<RoomTicket> {
  const { knex, redis, settings, now } = services;
  const session = found(await Session.query(knex).findById(sessionId).withGraphFetched(sessionGraph));
  const seat = await seats.seatOf(knex, sessionId, me.userId);
  const role = standingOf(me, session, seat);
  if (!role) throw new Refusal('forbidden');
  const at = now();
  refuseIf(refuseEntry(session, role, at, settings.lesson));
  const { name, pictureUrl } = presentPerson(found(await User.query(knex).findById(me.userId)));
  const node = await pickMediaNode(redis, session.roomCode);
  const claims = {
    ...{ sub: me.userId, sessionId, roomCode: session.roomCode, role, name, pictureUrl },
    topicCount: session.topics.length,
  };
  return {
    ...(await signTicket(claims, settings.tokens, at)),
    mediaUrl: node.url,
    iceServers: turnCredentials(settings.turn, { userId: me.userId, until: relayUntil(session, at) }, at),
    session: presentSessionForMe(session, me, seat, settings.lesson),
  };
}

const relayUntil = ({ endsAt }: Session, at: Date) =>
  new Date(Math.max(Date.parse(endsAt), at.getTime()) + overtimeMs);

async function signTicket(
  { sub, ...claims }: TicketClaims,
  { ticketSecret, ticketSeconds }: Services['settings']['tokens'],
  at: Date,
) {
  const issuedAt = Math.floor(at.getTime() / 1000);
  const expiresAt = issuedAt + ticketSeconds;
  const ticket = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(ticketAudience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(new TextEncoder().encode(ticketSecret));
  return { ticket, expiresAt: new Date(expiresAt * 1000).toISOString() };
}
