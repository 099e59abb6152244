import type { SeatBook } from '../sessions/index.ts';
import { tellBooking } from './announceBooking.ts';
import { Booking } from './model.ts';
import { liveStates } from './rules.ts';

/** See `SeatBook`. */
export const cancelSeats: SeatBook['cancelSeats'] = async (trx, sessionId, at, windows) => {
  const seats = await Booking.query(trx)
    .where({ sessionId })
    .whereIn('state', liveStates)
    .orderBy('id')
    .forUpdate();
  for (const seat of seats) {
    await seat.$query(trx).patch({ state: 'cancelled', cancelledAt: at.toISOString() });
    await tellBooking(trx, seat.id, windows);
  }
  return seats.map((seat) => seat.learnerId);
};
