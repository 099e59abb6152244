import type { SeatBook } from '../sessions/index.ts';
import { cancelSeats } from './cancelSeats.ts';
import { Booking } from './model.ts';
import { liveStates } from './rules.ts';

/** What lessons may ask of bookings. */
export const seatBook: SeatBook = {
  seatOf: async (knex, sessionId, learnerId) => {
    const newest = await Booking.query(knex)
      .where({ sessionId, learnerId })
      .orderBy([{ column: 'created_at', order: 'desc' }])
      .first();
    return newest ? { id: newest.id, state: newest.state } : null;
  },
  learnersOf: async (knex, sessionId) => {
    const seats = await Booking.query(knex).where({ sessionId, state: 'confirmed' }).orderBy('created_at');
    return seats.map((seat) => seat.learnerId);
  },
  sessionsOf: async (knex, learnerId) => {
    const seats = await Booking.query(knex).where({ learnerId }).whereIn('state', liveStates);
    return seats.map((seat) => seat.sessionId);
  },
  cancelSeats,
};
