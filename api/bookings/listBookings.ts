import type { z } from 'zod';
import type { BookingList, bookingPage } from '../contracts/bookings.ts';
import { readPage } from '../http/cursor.ts';
import type { Services } from '../Services.ts';
import { Booking, bookingGraph } from './model.ts';
import { presentBooking } from './presenter.ts';

/**
 * A learner's seats: `upcoming` are those in lessons that are still to come or under way, soonest first; `past` is
 * everything else, newest lesson first.
 */
export async function listBookings(
  { knex, now, settings }: Services,
  learnerId: string,
  { scope, cursor, limit }: BookingList,
): Promise<z.infer<typeof bookingPage>> {
  const upcoming = scope === 'upcoming';
  const query = Booking.query(knex)
    .joinRelated('session')
    .where('bookings.learner_id', learnerId)
    .withGraphFetched(bookingGraph);
  const isUpcoming = `(bookings.state in ('held', 'awaiting_approval', 'confirmed', 'attended')
    and (session.state = 'live' or (session.state = 'scheduled' and session.ends_at > ?)))`;
  query.whereRaw(upcoming ? isUpcoming : `not ${isUpcoming}`, [now().toISOString()]);
  return readPage(
    query,
    { cursor, limit },
    { columns: ['session.starts_at', 'bookings.id'], order: upcoming ? 'asc' : 'desc' },
    ({ session, id }) => [session.startsAt, id],
    (booking) => presentBooking(booking, settings.lesson),
  );
}
