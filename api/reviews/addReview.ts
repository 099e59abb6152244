import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { presentPerson, User } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { addToFigures, announceFigures } from '../catalogue/index.ts';
import { found, Refusal } from '../Refusal.ts';
import { Session } from '../sessions/index.ts';
import { Review } from './model.ts';

/**
 * Writes what a learner says of a lesson they attended, counts it in the mentor's rating and tells the catalogue.
 * Whose booking it is, and whether there is one already, is for the caller to check.
 * @throws Refusal `not_found`, `wrong_state` when the learner did not attend.
 */
export async function addReview(
  trx: Knex.Transaction,
  now: Date,
  { bookingId, stars, comment }: Pick<Review, 'bookingId' | 'stars' | 'comment'>,
): Promise<Review> {
  const booking = found(await Booking.query(trx).findById(bookingId));
  if (booking.state !== 'attended') throw new Refusal('wrong_state');
  const { mentorId } = found(await Session.query(trx).findById(booking.sessionId));
  const review = await Review.query(trx).insertAndFetch({
    ...{ id: randomUUID(), bookingId, stars, comment, mentorId },
    ...{ sessionId: booking.sessionId, learnerId: booking.learnerId },
    createdAt: now.toISOString(),
    editedAt: null,
  });
  const figures = await addToFigures(trx, mentorId, { ratingSum: stars, ratingCount: 1 });
  await announceFigures(trx, presentPerson(found(await User.query(trx).findById(mentorId))), figures);
  return review;
}
