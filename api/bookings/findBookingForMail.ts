import type { Knex } from 'knex';
import { Booking, bookingGraph } from './model.ts';

/** A booking with all that a mail about it says, the learner's address too; undefined when there is none. */
export async function findBookingForMail(knex: Knex, bookingId: string): Promise<Booking | undefined> {
  return Booking.query(knex).findById(bookingId).withGraphFetched(bookingGraph);
}
