import { rm } from 'node:fs/promises';
import type { Knex } from 'knex';
import type { Settings } from '../../config/settings.ts';
import { User } from '../accounts/index.ts';
import type { UploadPurpose } from '../contracts/files.ts';
import { enqueueJob } from '../outbox/index.ts';
import { found } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { replaceFile } from './finishUpload.ts';
import { StoredFile, Upload } from './model.ts';
import { createPlaces } from './places.ts';

/** Takes a picture or video off the caller's profile; nothing happens when there is none. */
export async function removeOwnFile(
  { knex, now }: Services,
  userId: string,
  purpose: UploadPurpose,
): Promise<void> {
  await knex.transaction(async (trx) => {
    const user = found(await User.query(trx).findById(userId).forUpdate());
    await replaceFile(trx, user, purpose, null, now().toISOString());
  });
}

/** All that a person sent, whole or in part, goes after the commit. Their row is locked. */
export async function removeAllFiles(trx: Knex.Transaction, user: User, now: Date): Promise<void> {
  const at = now.toISOString();
  await replaceFile(trx, user, 'picture', null, at);
  await replaceFile(trx, user, 'introVideo', null, at);
  for (const { id } of await Upload.query(trx).where({ userId: user.id, state: 'open' }))
    await enqueueJob(trx, 'files.remove', { fileId: id });
  await Upload.query(trx).where({ userId: user.id }).delete();
}

/** Job `files.remove`: removes the bytes of a file that nobody is shown any more. */
export async function removeStoredFile(
  { knex, settings }: { knex: Knex; settings: Pick<Settings, 'dataDir'> },
  fileId: string,
): Promise<void> {
  for (const path of createPlaces(settings.dataDir).all(fileId)) await rm(path, { force: true });
  await StoredFile.query(knex).findById(fileId).whereNotNull('removed_at').delete();
}
