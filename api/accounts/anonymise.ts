import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { EmailCode, User } from './model.ts';
import { hashPassword } from './passwords.ts';

/** What stands in the row of somebody who is gone. */
interface Remains {
  name: string;
  /** Nobody's address, and unique. */
  email: string;
}

/** A password that nobody knows, for `anonymise`; made before its transaction, which should not wait for it. */
export const unknownPassword = () => hashPassword(randomBytes(32).toString('base64url'));

/** Nothing of the person is left in their row, and nothing by which they could log in; the row itself stays. */
export async function anonymise(
  trx: Knex.Transaction,
  user: User,
  remains: Remains & { passwordHash: string },
  now: Date,
): Promise<void> {
  const { id, email } = user;
  await EmailCode.query(trx).where({ email }).delete();
  for (const table of ['refresh_tokens', 'log_ins', 'two_factors', 'recovery_codes', 'log_in_challenges'])
    await trx(table).where({ user_id: id }).delete();
  for (const table of ['profile_topics', 'profiles']) await trx(table).where({ user_id: id }).delete();
  await User.query(trx)
    .findById(id)
    .patch({
      ...remains,
      ...{ locale: 'en', timeZone: 'Asia/Kolkata', pictureId: null },
      deletedAt: now.toISOString(),
    });
}
