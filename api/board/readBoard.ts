import { z } from 'zod';
import type { Caller } from '../accounts/index.ts';
import { boardChange, type boardQuery, type BoardChangeView } from '../contracts/board.ts';
import { readPage } from '../http/cursor.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, standIn } from '../sessions/index.ts';
import { BoardChange } from './model.ts';
import { mayReadBoard } from './policy.ts';

/** @throws Refusal `not_found`, `forbidden` to who takes no part in the lesson. */
export async function mustTakePart(
  { knex }: Pick<Services, 'knex'>,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
): Promise<void> {
  const { standing } = await standIn(knex, seats, me, sessionId);
  if (!mayReadBoard(standing)) throw new Refusal('forbidden');
}

const place = z.tuple([z.number().int(), z.string()]);
type Asked = z.infer<typeof boardQuery>;

/**
 * States of a lesson's board in the order in which they came about: `all` of them, for a replay, or of each element and
 * page the `last` one until a moment.
 * @throws Refusal `not_found`, `forbidden` to who takes no part in the lesson.
 */
export async function readBoard(
  { knex }: Pick<Services, 'knex'>,
  seats: SeatBook,
  me: Caller,
  { sessionId, which, until, ...page }: Asked & { sessionId: string; which: 'all' | 'last' },
): Promise<{ items: BoardChangeView[]; nextCursor: string | null }> {
  await mustTakePart({ knex }, seats, me, sessionId);
  const moment = until ?? Number.MAX_SAFE_INTEGER;
  const query = BoardChange.query(knex).alias('b').where('b.session_id', sessionId);
  query.where('b.position', '<=', moment);
  if (which === 'last') {
    const later = BoardChange.query(knex)
      .alias('later')
      .where({ 'later.session_id': sessionId })
      .whereColumn('later.item_key', 'b.item_key')
      .whereColumn('later.position', '>', 'b.position')
      .where('later.position', '<=', moment);
    query.whereNotExists(later);
  }
  return readPage(
    query,
    page,
    { columns: ['b.position', 'b.item_key'], order: 'asc', place },
    ({ position, itemKey }): [number, string] => [Number(position), itemKey],
    ({ position, item }) =>
      boardChange.parse({ position: Number(position), item: JSON.parse(item) as unknown }),
  );
}
