import type { Knex } from 'knex';
import { retireFile, StoredFile } from '../files/index.ts';
import { SessionFile } from './model.ts';
import { unusedMs } from './rules.ts';

/** Job `files.clean`: files that were sent for a lesson and put to no use there are removed. */
export async function cleanSessionFiles({ knex }: { knex: Knex }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - unusedMs).toISOString();
  const unused = await StoredFile.query(knex)
    .where({ purpose: 'sessionFile' })
    .whereNull('removed_at')
    .where('created_at', '<', before)
    .whereNotIn('id', SessionFile.query(knex).select('id'));
  for (const { id } of unused) await knex.transaction((trx) => retireFile(trx, id, now));
}
