import type { Knex } from 'knex';
import { z } from 'zod';
import type { Settings } from '../../config/settings.ts';
import { locale, type Locale } from '../contracts/accounts.ts';
import { digitsOf } from './emailCode.ts';
import { EmailCode, User } from './model.ts';
import { isOpen } from './rules.ts';

/** What a mail about a code says: the code, or that a sign-up met an account that exists. */
export type CodeForMail = { email: string; locale: Locale } & (
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
  const owner = await User.query(knex).findOne({ email });
  if (purpose === 'sign_up' && owner) return { email, locale: owner.locale, kind: 'account_exists' };
  if (purpose !== 'sign_up' && !owner) return undefined;
  return {
    email,
    locale: owner?.locale ?? localeOfPending(row),
    kind: purpose,
    digits: digitsOf(tokens, row),
  };
}

/** A sign-up says in which language its page is; for a page that does not say, English. */
function localeOfPending({ account }: EmailCode): Locale {
  const pending = z.object({ locale }).safeParse(JSON.parse(account ?? 'null'));
  return pending.data?.locale ?? 'en';
}
