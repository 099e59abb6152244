import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { raw } from 'objection';
import { isUniqueViolation } from '../../config/isUniqueViolation.ts';
import { User } from '../accounts/index.ts';
import { notify } from '../notifications/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import { found, Refusal, refuseIf } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { Session } from '../sessions/index.ts';
import { announceBooking } from './announceBooking.ts';
import { Booking } from './model.ts';
import { liveStates, refuseBooking } from './rules.ts';

/**
 * Gives a learner a seat in a free lesson (LES-3). However many ask at once, seats never exceed the capacity, and a
 * learner has at most one.
 * @throws Refusal `not_found`, `wrong_state`, `too_late`, `already_booked`, `slot_taken`; `session_expired` when the
 *   learner's account was deleted meanwhile.
 */
export async function bookSession(
  { knex, now, settings }: Services,
  learnerId: string,
  sessionId: string,
): Promise<Booking> {
  const at = now();
  return knex.transaction(async (trx) => {
    // Locked, so that a deletion of the account comes wholly before the booking, or after it and gives the seat back.
    const learner = await User.query(trx).findById(learnerId).whereNull('deleted_at').forShare();
    if (!learner) throw new Refusal('session_expired');
    const session = found(await Session.query(trx).findById(sessionId).forUpdate());
    refuseIf(refuseBooking(session, at));
    const id = await takeSeat(trx, session, learnerId, at);
    await enqueueJob(trx, 'mail.bookingConfirmed', { bookingId: id });
    const booking = await announceBooking(trx, id, settings.lesson);
    const subject = { title: session.title, learner: booking.learner.name };
    const path = `/sessions/${sessionId}`;
    await notify(trx, at, { userId: learnerId, kind: 'booking.confirmed', subject, path });
    await notify(trx, at, { userId: session.mentorId, kind: 'session.booked', subject, path });
    return booking;
  });
}

async function takeSeat(
  trx: Knex.Transaction,
  session: Session,
  learnerId: string,
  at: Date,
): Promise<string> {
  const own = Booking.query(trx).where({ sessionId: session.id, learnerId }).whereIn('state', liveStates);
  if ((await own.resultSize()) > 0) throw new Refusal('already_booked');
  const taken = await Session.query(trx)
    .where({ id: session.id })
    .whereColumn('seats_taken', '<', 'capacity')
    .patch({ seatsTaken: raw('seats_taken + 1') });
  if (taken === 0) throw new Refusal('slot_taken');
  const id = randomUUID();
  const seat = { id, sessionId: session.id, learnerId, state: 'confirmed' as const };
  try {
    await Booking.query(trx).insert({ ...seat, createdAt: at.toISOString(), cancelledAt: null });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('already_booked', { cause: error });
    throw error;
  }
  return id;
}
