import type { Knex } from 'knex';
import type { Caller } from '../accounts/index.ts';
import type { SessionForMe } from '../contracts/sessions.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { Session, sessionGraph } from './model.ts';
import { standingOf } from './policy.ts';
import { presentSessionForMe } from './presenter.ts';
import type { SeatBook } from './seatBook.ts';

/** A lesson as the caller sees it. @throws Refusal `not_found`, also for another mentor's draft. */
export async function findSession(
  services: Services,
  seats: SeatBook,
  me: Caller | null,
  sessionId: string,
): Promise<SessionForMe> {
  const { knex, settings } = services;
  const session = found(await Session.query(knex).findById(sessionId).withGraphFetched(sessionGraph));
  if (session.state === 'draft' && session.mentorId !== me?.userId) throw new Refusal('not_found');
  const seat = me && (await seats.seatOf(knex, session.id, me.userId));
  return presentSessionForMe(session, me, seat, settings.lesson);
}

/** Whether someone (null: a visitor) may know who is in a lesson's room: only those who may enter it. */
export async function mayWatchSession(
  knex: Knex,
  seats: SeatBook,
  me: Pick<Caller, 'userId' | 'role'> | null,
  sessionId: string,
): Promise<boolean> {
  const session = me && (await Session.query(knex).findById(sessionId));
  if (!session) return false;
  return standingOf(me, session, await seats.seatOf(knex, sessionId, me.userId)) !== null;
}

/** The lesson of a room's address. @throws Refusal `not_found` to whoever may never enter it. */
export async function findRoom(
  services: Services,
  seats: SeatBook,
  me: Caller,
  roomCode: string,
): Promise<SessionForMe> {
  const { knex, settings } = services;
  const session = found(await Session.query(knex).findOne({ roomCode }).withGraphFetched(sessionGraph));
  const seat = await seats.seatOf(knex, session.id, me.userId);
  if (!standingOf(me, session, seat)) throw new Refusal('not_found');
  return presentSessionForMe(session, me, seat, settings.lesson);
}
