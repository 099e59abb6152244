import type { Knex } from 'knex';
import type { Settings } from '../../config/settings.ts';
import { digitsOf } from './emailCode.ts';
import { EmailCode, User } from './model.ts';
import { isOpen } from './rules.ts';

/** What a mail about a code says: the code, or that a sign-up met an account that exists. */
export type CodeForMail = { email: string } & (
  { kind: 'sign_up' | 'log_in' | 'reset'; digits: string } | { kind: 'account_exists' }
);

/** The code to mail; undefined when it is over, was replaced by a newer one, or is for nobody. */
export async function findCodeForMail(
  knex: Knex,
  tokens: Settings['tokens'],
  { codeId, issue }: { codeId: string; issue: number },
  now: Date,
): Promise<CodeForMail | undefined> {
  const row = await EmailCode.query(knex).findById(codeId);
  if (row?.issue !== issue || !isOpen(row, now)) return undefined;
  const { email, purpose } = row;
  const hasAccount = (await User.query(knex).findOne({ email })) !== undefined;
  if (purpose === 'sign_up' && hasAccount) return { email, kind: 'account_exists' };
  if (purpose !== 'sign_up' && !hasAccount) return undefined;
  return { email, kind: purpose, digits: digitsOf(tokens, row) };
}
