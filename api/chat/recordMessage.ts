import type { Knex } from 'knex';
import type { SharedEntry } from '../../media/contracts/shared.ts';
import { User } from '../accounts/index.ts';
import { ChatMessageRow } from './model.ts';

/** Keeps a message with its lesson; brought twice, it is kept once. */
export async function recordMessage(
  knex: Knex,
  { id, sessionId, userId, clientId, position, at, to, text, file }: Extract<SharedEntry, { kind: 'chat' }>,
): Promise<void> {
  await knex.transaction(async (trx) => {
    // Words of someone who has deleted their account meanwhile are not written after them.
    const author = await User.query(trx).findById(userId).whereNull('deletedAt').forUpdate();
    if (!author) return;
    const row = {
      ...{ id, sessionId, userId, clientId, position, saidAt: at, toUserId: to?.userId ?? null },
      ...{ text, file: file ?? null },
    };
    await ChatMessageRow.query(trx).insert(row).onConflict().ignore();
  });
}
