import type { z } from 'zod';
import type { BookingList, bookingPage } from '../contracts/bookings.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
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
  const order = upcoming ? 'asc' : 'desc';
  const query = Booking.query(knex)
    .joinRelated('session')
    .where('bookings.learner_id', learnerId)
    .orderBy([
      { column: 'session.starts_at', order },
      { column: 'bookings.id', order },
    ])
    .limit(limit + 1)
    .withGraphFetched(bookingGraph);
  const isUpcoming = `(bookings.state in ('held', 'awaiting_approval', 'confirmed', 'attended')
    and (session.state = 'live' or (session.state = 'scheduled' and session.ends_at > ?)))`;
  query.whereRaw(upcoming ? isUpcoming : `not ${isUpcoming}`, [now().toISOString()]);
  if (cursor) {
    query.whereRaw(`(session.starts_at, bookings.id) ${upcoming ? '>' : '<'} (?, ?)`, readCursor(cursor));
  }
  const rows = await query;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((booking) => presentBooking(booking, settings.lesson)),
    nextCursor: last ? writeCursor([last.session.startsAt, last.id]) : null,
  };
}
