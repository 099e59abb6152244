import type { Knex } from 'knex';
import type { EnterCode } from '../contracts/accounts.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { isDigitsOf } from './emailCode.ts';
import { type CodePurpose, EmailCode } from './model.ts';
import { codeRules, isOpen } from './rules.ts';

type Wrong = 'wrong_code' | 'code_expired';

/**
 * Does `act` in one transaction with using up the code. When `act` throws, the code stays good; when it gives null,
 * the code counts as wrong.
 * @throws Refusal `wrong_code`; `code_expired` when it is over, used, unknown or was typed wrongly five times.
 */
export async function redeemCode<T>(
  { knex, settings, now }: Services,
  purpose: CodePurpose,
  { codeId, code }: EnterCode,
  act: (trx: Knex.Transaction, row: EmailCode) => Promise<T | null>,
): Promise<T> {
  const outcome = await knex.transaction(async (trx): Promise<{ done: T } | Wrong> => {
    const row = await EmailCode.query(trx).findOne({ id: codeId, purpose }).forUpdate();
    if (!row || !isOpen(row, now())) return 'code_expired';
    const done = isDigitsOf(settings.tokens, row, code) ? await act(trx, row) : null;
    if (done !== null) {
      await row.$query(trx).patch({ usedAt: now().toISOString(), account: null });
      return { done };
    }
    const tries = row.tries + 1;
    await row.$query(trx).patch({ tries });
    return tries < codeRules.tries ? 'wrong_code' : 'code_expired';
  });
  // Thrown after the commit: that a try was used must not be rolled back.
  if (typeof outcome === 'string') throw new Refusal(outcome);
  return outcome.done;
}
