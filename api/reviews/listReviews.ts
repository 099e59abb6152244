import type { Knex } from 'knex';
import type { z } from 'zod';
import { User } from '../accounts/index.ts';
import type { Review as ReviewView, reviewPage } from '../contracts/mentors.ts';
import type { Page } from '../http/cursor.ts';
import { readPage } from '../http/cursor.ts';
import { found } from '../Refusal.ts';
import { Review } from './model.ts';

/** What learners say of a mentor, newest first. @throws Refusal `not_found` when there is no such mentor. */
export async function listReviews(
  knex: Knex,
  mentorId: string,
  page: Page,
): Promise<z.infer<typeof reviewPage>> {
  found(await User.query(knex).findOne({ id: mentorId, role: 'mentor' }).whereNull('deleted_at'));
  const query = Review.query(knex).where({ mentorId }).withGraphFetched('[learner, session]');
  return readPage(
    query,
    page,
    { columns: ['reviews.created_at', 'reviews.id'], order: 'desc' },
    ({ createdAt, id }) => [createdAt, id],
    presentReview,
  );
}

function presentReview({ id, stars, comment, createdAt, learner, session }: Review): ReviewView {
  const [firstName = ''] = learner.deletedAt ? [] : learner.name.trim().split(/\s+/u);
  return { id, stars, comment, createdAt, by: firstName, sessionTitle: session.title };
}
