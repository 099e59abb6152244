import type { Knex } from 'knex';
import { z } from 'zod';
import { type Caller, User } from '../accounts/index.ts';
import { uploadPurpose, uploadRules, type UploadPurpose } from '../contracts/files.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { filesText } from '../text/files.ts';
import { Upload } from './model.ts';
import { uploadLimits } from './rules.ts';

const asked = z.object({ purpose: uploadPurpose, bytes: z.number().int().nonnegative() });

/**
 * Takes note of a file that will be sent. When a person has left too many unfinished, the oldest that nobody writes
 * to makes room; its bytes are cleaned up later.
 * @throws Refusal `invalid`, `forbidden`, `too_large`, `unsupported_media_type` for nothing, `too_many_requests`
 */
export async function beginUpload(
  { knex, now }: Services,
  me: Caller,
  id: string,
  about: { purpose: unknown; bytes: unknown },
): Promise<void> {
  const parsed = asked.safeParse(about);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    throw new Refusal('invalid', { fields });
  }
  const { purpose, bytes } = parsed.data;
  if (purpose === 'introVideo' && me.role !== 'mentor') throw new Refusal('forbidden');
  const at = now();
  await knex.transaction(async (trx) => {
    // Uploads of one person take turns here, so that none slips past the count.
    const user = found(await User.query(trx).findById(me.userId).whereNull('deleted_at').forUpdate());
    refuseSize(purpose, bytes, filesText(user.locale).wrong[purpose]);
    await makeRoom(trx, user, at);
    await Upload.query(trx).insert({
      ...{ id, userId: me.userId, purpose, bytes, state: 'open' },
      createdAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + uploadLimits.goodForMs).toISOString(),
    });
  });
}

function refuseSize(purpose: UploadPurpose, bytes: number, detail: string): void {
  if (bytes > uploadRules[purpose].maxBytes) throw new Refusal('too_large', { detail });
  if (bytes === 0) throw new Refusal('unsupported_media_type', { detail });
}

async function makeRoom(trx: Knex, { id: userId, locale }: User, now: Date): Promise<void> {
  const at = now.toISOString();
  const open = await Upload.query(trx)
    .where({ userId, state: 'open' })
    .where('expires_at', '>', at)
    .orderBy(['created_at', 'id']);
  if (open.length < uploadLimits.open) return;
  const real = new Date().toISOString();
  const oldest = open.find(({ lockedUntil }) => lockedUntil === null || lockedUntil < real);
  if (!oldest) throw new Refusal('too_many_requests', { detail: filesText(locale).tooManyUploads });
  await oldest.$query(trx).patch({ expiresAt: at });
}
