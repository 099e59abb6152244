import type { Knex } from 'knex';
import type { Settings } from '../../config/settings.ts';
import { Session } from '../sessions/index.ts';
import { announceBooking } from './announceBooking.ts';
import { Booking } from './model.ts';
import { liveStates } from './rules.ts';

/** Gives up all seats of a learner who leaves, in lessons to come; they are free for others at once. */
export async function giveUpSeats(
  trx: Knex.Transaction,
  { lesson }: Pick<Settings, 'lesson'>,
  learnerId: string,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const seats = await Booking.query(trx)
    .joinRelated('session')
    .select('bookings.*')
    .where('bookings.learner_id', learnerId)
    .whereIn('bookings.state', liveStates)
    .where('session.state', 'scheduled')
    .where('session.ends_at', '>', at)
    // Lessons are locked in one order, so that two who leave never wait for each other.
    .orderBy('bookings.session_id');
  for (const { id, sessionId } of seats) {
    await Session.query(trx).findById(sessionId).forUpdate();
    const cancelled = await Booking.query(trx)
      .findById(id)
      .whereIn('state', liveStates)
      .patch({ state: 'cancelled', cancelledAt: at });
    if (cancelled === 0) continue;
    await Session.query(trx).findById(sessionId).decrement('seats_taken', 1);
    await announceBooking(trx, id, lesson);
  }
}
