import type { Knex } from 'knex';
import { type Caller, presentPerson, User } from '../accounts/index.ts';
import { provedToAttend } from '../attendance/index.ts';
import { Booking } from '../bookings/index.ts';
import { addToFigures, announceFigures } from '../catalogue/index.ts';
import type { GiveReview, OwnReview } from '../contracts/reviews.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { Session } from '../sessions/index.ts';
import { addReview } from './addReview.ts';
import { Review } from './model.ts';
import { editableUntil } from './rules.ts';

type Needed = Pick<Services, 'knex' | 'now'>;
const seated: Booking['state'][] = ['confirmed', 'attended'];

/**
 * The caller's review of a lesson, and whether they may give or change it: only who attended, once it is over (LES-12).
 * @throws Refusal `not_found`, `forbidden` to who has no seat in it.
 */
export async function findOwnReview(
  { knex, now }: Needed,
  { userId }: Caller,
  sessionId: string,
): Promise<OwnReview> {
  const booking = await seatIn(knex, userId, sessionId);
  const review = await Review.query(knex).findOne({ bookingId: booking.id });
  if (review) return present(review, now());
  const lesson = found(await Session.query(knex).findById(sessionId));
  return { review: null, may: lesson.state === 'completed' && (await attended(knex, booking, now())) };
}

/**
 * Gives a review, or changes the one that was given; the mentor's figures follow.
 * @throws Refusal `not_found`, `forbidden` without a seat, `wrong_state` before the end or for who did not attend,
 *   `too_late` to change it.
 */
export async function giveReview(
  { knex, now }: Needed,
  { userId }: Caller,
  sessionId: string,
  said: GiveReview,
): Promise<OwnReview> {
  const at = now();
  return knex.transaction(async (trx) => {
    const lesson = found(await Session.query(trx).findById(sessionId));
    // A review that is sent twice at once is one: the seat is locked.
    const { id: bookingId } = await seatIn(trx, userId, sessionId);
    const booking = await Booking.query(trx).findById(bookingId).forUpdate().throwIfNotFound();
    if (lesson.state !== 'completed') throw new Refusal('wrong_state');
    const known = await Review.query(trx).findOne({ bookingId });
    if (known) return present(await change(trx, known, said, at), at);
    if (!(await attended(trx, booking, at))) throw new Refusal('wrong_state');
    // What the room's facts prove is written down with the seat (LES-9).
    await booking.$query(trx).patch({ state: 'attended' });
    return present(await addReview(trx, at, { bookingId, ...said }), at);
  });
}

async function seatIn(knex: Knex, learnerId: string, sessionId: string): Promise<Booking> {
  const booking = await Booking.query(knex)
    .where({ sessionId, learnerId })
    .whereIn('state', seated)
    .orderBy('created_at', 'desc')
    .first();
  if (booking) return booking;
  found(await Session.query(knex).findById(sessionId));
  throw new Refusal('forbidden');
}

const attended = async (knex: Knex, { state, sessionId, learnerId }: Booking, now: Date) =>
  state === 'attended' || (await provedToAttend(knex, sessionId, now)).has(learnerId);

async function change(
  trx: Knex.Transaction,
  review: Review,
  { stars, comment }: GiveReview,
  now: Date,
): Promise<Review> {
  if (review.stars === stars && review.comment === comment) return review;
  if (editableUntil(review.createdAt) <= now.toISOString()) throw new Refusal('too_late');
  const { mentorId } = review;
  const figures = await addToFigures(trx, mentorId, { ratingSum: stars - review.stars });
  await announceFigures(trx, presentPerson(found(await User.query(trx).findById(mentorId))), figures);
  return review.$query(trx).patchAndFetch({ stars, comment, editedAt: now.toISOString() });
}

function present({ stars, comment, createdAt }: Review, now: Date): OwnReview {
  const until = editableUntil(createdAt);
  return {
    review: { stars, comment, createdAt, editableUntil: until },
    may: now.toISOString() < until,
  };
}
