import type { Knex } from 'knex';
import { keyOf, stampOf } from '../../media/contracts/board.ts';
import type { SharedEntry } from '../../media/contracts/shared.ts';
import { User } from '../accounts/index.ts';
import { BoardChange } from './model.ts';

/** SQLite takes no more than some hundred values in one statement of several rows. */
const rowsAtOnce = 50;

/** Keeps what was drawn with its lesson; brought twice, it is kept once. */
export async function recordBoard(
  knex: Knex,
  { sessionId, userId, position, items }: Extract<SharedEntry, { kind: 'board' }>,
): Promise<void> {
  const rows = items.map((item) => {
    const { version, versionNonce } = stampOf(item);
    const stamp = { itemKey: keyOf(item), version, versionNonce };
    return { sessionId, userId, position, ...stamp, item: JSON.stringify(item) };
  });
  await knex.transaction(async (trx) => {
    // What someone drew who has deleted their account meanwhile is not written after them.
    const author = await User.query(trx).findById(userId).whereNull('deletedAt').forUpdate();
    if (!author) return;
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const some = rows.slice(from, from + rowsAtOnce);
      await trx(BoardChange.tableName).insert(some).onConflict().ignore();
    }
  });
}
