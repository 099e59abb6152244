import { rm } from 'node:fs/promises';
import type { Knex } from 'knex';
import type { Settings } from '../../config/settings.ts';
import { User } from '../accounts/index.ts';
import type { ProfilePurpose } from '../contracts/files.ts';
import { enqueueJob } from '../outbox/index.ts';
import { found } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { replaceFile } from './finishUpload.ts';
import { StoredFile, Upload } from './model.ts';
import { createPlaces } from './places.ts';
import { retireFiles } from './retireFiles.ts';

/** Takes a picture or video off the caller's profile; nothing happens when there is none. */
export async function removeOwnFile(
  { knex, now }: Services,
  userId: string,
  purpose: ProfilePurpose,
): Promise<void> {
  await knex.transaction(async (trx) => {
    const user = found(await User.query(trx).findById(userId).forUpdate());
    await replaceFile(trx, user, purpose, null, now());
  });
}

/** All that a person who leaves sent, whole or in part, goes after the commit. */
export async function removeAllFiles(trx: Knex.Transaction, userId: string, now: Date): Promise<void> {
  await retireFiles(trx, { userId }, null, now);
  for (const { id } of await Upload.query(trx).where({ userId, state: 'open' }))
    await enqueueJob(trx, 'files.remove', { fileId: id });
  await Upload.query(trx).where({ userId }).delete();
}

/** Job `files.remove`: removes the bytes of a file that nobody is shown any more. */
export async function removeStoredFile(
  { knex, settings }: { knex: Knex; settings: Pick<Settings, 'dataDir'> },
  fileId: string,
): Promise<void> {
  for (const path of createPlaces(settings.dataDir).all(fileId)) await rm(path, { force: true });
  await StoredFile.query(knex).findById(fileId).whereNotNull('removed_at').delete();
}
