import type { Knex } from 'knex';
import { enqueueJob } from '../outbox/index.ts';
import { StoredFile } from './model.ts';

/** A file is shown to nobody any more, and its bytes go after the commit. */
export async function retireFile(trx: Knex.Transaction, id: string, now: Date): Promise<void> {
  const retired = await StoredFile.query(trx)
    .where({ id })
    .whereNull('removed_at')
    .patch({ removedAt: now.toISOString() });
  if (retired > 0) await enqueueJob(trx, 'files.remove', { fileId: id });
}

/** The same for all files of a person, or those of a purpose, but for the one that is kept. */
export async function retireFiles(
  trx: Knex.Transaction,
  which: Partial<Pick<StoredFile, 'purpose'>> & Pick<StoredFile, 'userId'>,
  keptId: string | null,
  now: Date,
): Promise<void> {
  const files = await StoredFile.query(trx).where(which).whereNull('removed_at');
  for (const { id } of files) if (id !== keptId) await retireFile(trx, id, now);
}
