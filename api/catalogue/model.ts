import type { Knex } from 'knex';
import { Row } from '../../config/Row.ts';
import type { Rating } from '../contracts/teaching.ts';
import { standingOf } from './rules.ts';

/** What is counted of a mentor; kept in the transaction of whatever changes it. */
export class MentorFigures extends Row {
  static override tableName = 'mentor_figures';
  static override idColumn = 'mentor_id';

  declare mentorId: string;
  declare ratingSum: number;
  declare ratingCount: number;
  declare sessionsHeld: number;
  /** See `standingOf`. */
  declare standing: number;
}

export function presentRating(figures: MentorFigures | null | undefined): Rating {
  const { ratingSum = 0, ratingCount = 0 } = figures ?? {};
  return {
    average: ratingCount > 0 ? Math.round((10 * ratingSum) / ratingCount) / 10 : null,
    count: ratingCount,
  };
}

/** A mentor's figures, locked; made at their first call. */
async function ownFigures(trx: Knex.Transaction, mentorId: string): Promise<MentorFigures> {
  await trx('mentor_figures')
    .insert({ mentor_id: mentorId, standing: standingOf(0, 0) })
    .onConflict('mentor_id')
    .ignore();
  return MentorFigures.query(trx).findById(mentorId).forUpdate().throwIfNotFound();
}

/** Adds to a mentor's figures; what is left out stays. */
export async function addToFigures(
  trx: Knex.Transaction,
  mentorId: string,
  change: Partial<Record<'ratingSum' | 'ratingCount' | 'sessionsHeld', number>>,
): Promise<MentorFigures> {
  const figures = await ownFigures(trx, mentorId);
  const ratingSum = figures.ratingSum + (change.ratingSum ?? 0);
  const ratingCount = figures.ratingCount + (change.ratingCount ?? 0);
  const sessionsHeld = figures.sessionsHeld + (change.sessionsHeld ?? 0);
  const standing = standingOf(ratingSum, ratingCount);
  return figures.$query(trx).patchAndFetch({ ratingSum, ratingCount, sessionsHeld, standing });
}
