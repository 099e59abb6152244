import { found, refuseIf } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { Session } from '../sessions/index.ts';
import { announceBooking } from './announceBooking.ts';
import { Booking } from './model.ts';
import { refuseCancel } from './rules.ts';

/**
 * A learner gives up their seat; it is free for others at once (LES-10).
 * @throws Refusal `not_found` when it is not theirs, `wrong_state`.
 */
export async function cancelBooking(
  { knex, now, settings }: Services,
  learnerId: string,
  bookingId: string,
): Promise<Booking> {
  return knex.transaction(async (trx) => {
    const seat = found(await Booking.query(trx).findOne({ id: bookingId, learnerId }));
    // The lesson is locked first, as when booking, so that the two never wait for each other.
    const session = found(await Session.query(trx).findById(seat.sessionId).forUpdate());
    const booking = found(await Booking.query(trx).findById(bookingId).forUpdate());
    refuseIf(refuseCancel(booking, session));
    await booking.$query(trx).patch({ state: 'cancelled', cancelledAt: now().toISOString() });
    await Session.query(trx).findById(session.id).decrement('seats_taken', 1);
    return announceBooking(trx, bookingId, settings.lesson);
  });
}
