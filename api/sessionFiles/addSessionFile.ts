import type { Knex } from 'knex';
import { User } from '../accounts/index.ts';
import { StoredFile } from '../files/index.ts';
import { found, Refusal } from '../Refusal.ts';
import { filesText } from '../text/files.ts';
import { SessionFile } from './model.ts';
import { mostFiles, safeName } from './rules.ts';

type Wanted = Pick<SessionFile, 'sessionId' | 'userId' | 'use' | 'toUserId' | 'name'> & { id: string };

/**
 * Puts a file that somebody sent to its use in a lesson; the same wish said again changes nothing.
 * @returns the file, and whether it is new there.
 * @throws Refusal `not_found` when it is not theirs; `wrong_state` when it has another use; `unsupported_media_type` for a
 *   name that would be run; `too_many_requests`.
 */
export async function addSessionFile(
  trx: Knex.Transaction,
  now: Date,
  { id, sessionId, userId, use, toUserId, name }: Wanted,
): Promise<{ file: SessionFile; fresh: boolean }> {
  const { locale } = found(await User.query(trx).findById(userId).whereNull('deleted_at').forUpdate());
  const stored = found(
    await StoredFile.query(trx).findOne({ id, userId, purpose: 'sessionFile' }).whereNull('removed_at'),
  );
  const known = await SessionFile.query(trx).findById(id);
  if (known) {
    const same = known.sessionId === sessionId && known.use === use && known.toUserId === toUserId;
    if (!same) throw new Refusal('wrong_state');
    return { file: known, fresh: false };
  }
  const safe = safeName(name, stored.type);
  if (safe === null)
    throw new Refusal('unsupported_media_type', { detail: filesText(locale).wrong.sessionFile });
  const count = await SessionFile.query(trx).where({ sessionId, userId }).resultSize();
  if (count >= mostFiles)
    throw new Refusal('too_many_requests', { detail: filesText(locale).tooManyInSession });
  const { type, bytes } = stored;
  const file = await SessionFile.query(trx).insertAndFetch({
    ...{ id, sessionId, userId, use, toUserId, name: safe, type, bytes },
    createdAt: now.toISOString(),
  });
  return { file, fresh: true };
}
