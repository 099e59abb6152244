import type { Knex } from 'knex';
import type { BookingState } from '../contracts/bookings.ts';
import type { LessonWindows } from './rules.ts';

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
  /** The lessons in which somebody has a seat. */
  sessionsOf(knex: Knex, learnerId: string): Promise<string[]>;
  /** Cancels all seats of a lesson that is cancelled and tells those who had them. @returns who they are */
  cancelSeats(trx: Knex.Transaction, sessionId: string, at: Date, windows: LessonWindows): Promise<string[]>;
}
