import type { Knex } from 'knex';
import { channels } from '../contracts/events.ts';
import { emitLive } from '../outbox/index.ts';
import { announceSession, type LessonWindows } from '../sessions/index.ts';
import { Booking, bookingGraph } from './model.ts';
import { presentBooking } from './presenter.ts';

/** Tells learner and mentor what a booking has become. */
export async function tellBooking(
  trx: Knex.Transaction,
  bookingId: string,
  windows: LessonWindows,
): Promise<Booking> {
  const booking = await Booking.query(trx)
    .findById(bookingId)
    .withGraphFetched(bookingGraph)
    .throwIfNotFound();
  const to = [channels.user(booking.learnerId), channels.user(booking.session.mentorId)];
  await emitLive(trx, to, 'booking.changed', { booking: presentBooking(booking, windows) });
  return booking;
}

/** Tells learner and mentor what a booking has become, and everyone how many seats are left. */
export async function announceBooking(
  trx: Knex.Transaction,
  bookingId: string,
  windows: LessonWindows,
): Promise<Booking> {
  const booking = await tellBooking(trx, bookingId, windows);
  await announceSession(trx, booking.sessionId);
  return booking;
}
