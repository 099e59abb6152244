import type { Knex } from 'knex';
import type { Caller } from '../accounts/index.ts';
import { found } from '../Refusal.ts';
import { Session } from './model.ts';
import { type Standing, standingOf } from './policy.ts';
import type { SeatBook } from './seatBook.ts';

/** A lesson and how the caller stands to it; null for strangers. @throws Refusal `not_found` */
export async function standIn(
  knex: Knex,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
): Promise<{ lesson: Session; standing: Standing | null }> {
  const lesson = found(await Session.query(knex).findById(sessionId));
  return { lesson, standing: standingOf(me, lesson, await seats.seatOf(knex, sessionId, me.userId)) };
}
