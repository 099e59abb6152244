import type { Knex } from 'knex';
import type { BookingState } from '../contracts/bookings.ts';

/** What lessons need to know of bookings. Bookings know lessons, so this is given to them by server.ts. */
export interface SeatBook {
  /** The caller's newest seat in a lesson, given up or not. */
  seatOf(
    knex: Knex,
    sessionId: string,
    learnerId: string,
  ): Promise<{ id: string; state: BookingState } | null>;
  /** Those whose seats are confirmed. */
  learnersOf(knex: Knex, sessionId: string): Promise<string[]>;
}
