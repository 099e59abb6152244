import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CodeSent } from '../contracts/accounts.ts';
import { enqueueJob } from '../outbox/index.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import type { AuthLimits } from './authLimits.ts';
import { type CodePurpose, EmailCode } from './model.ts';
import { codeRules, codeTimes, isOpen, resendWaitSeconds } from './rules.ts';

interface NewCode {
  purpose: CodePurpose;
  email: string;
  account?: string;
}

/**
 * Has a code mailed. What happens here, and how long it takes, is the same for every address; whether there is
 * somebody to mail to is decided when the mail is written (AUTH-3).
 * @throws Refusal `too_many_requests`
 */
export async function sendCode(
  { knex, now }: Services,
  limits: AuthLimits,
  { purpose, email, account }: NewCode,
  address: string,
): Promise<CodeSent> {
  await limits.countCode({ address, email });
  const times = codeTimes(now());
  const id = randomUUID();
  await knex.transaction(async (trx) => {
    await EmailCode.query(trx).insert({
      ...{ id, purpose, email, ...times },
      ...{ account: account ?? null, issue: 1, tries: 0, usedAt: null },
    });
    await enqueueJob(trx, 'mail.emailCode', { codeId: id, issue: 1 });
  });
  return answerOf(id, times);
}

/**
 * Sends another code in place of the last one, which ends.
 * @throws Refusal `too_early` with the seconds to wait, `code_expired` when it was used or never existed,
 *   `too_many_requests`
 */
export async function resendCode(
  { knex, now }: Services,
  limits: AuthLimits,
  codeId: string,
  address: string,
): Promise<CodeSent> {
  const known = await EmailCode.query(knex).findById(codeId);
  if (known?.usedAt !== null) throw new Refusal('code_expired');
  const { email } = known;
  refuseTooEarly(known, now());
  await limits.countCode({ address, email });
  return knex.transaction(async (trx) => {
    const row = await EmailCode.query(trx).findById(codeId).forUpdate();
    if (row?.usedAt !== null) throw new Refusal('code_expired');
    // Asked for twice at the same time: the other has just sent one.
    refuseTooEarly(row, now());
    const times = codeTimes(now());
    const issue = row.issue + 1;
    await row.$query(trx).patch({ ...times, issue, tries: 0 });
    await enqueueJob(trx, 'mail.emailCode', { codeId, issue });
    return answerOf(codeId, times);
  });
}

function refuseTooEarly(row: EmailCode, now: Date) {
  const retryAfterSeconds = resendWaitSeconds(row, now);
  if (retryAfterSeconds > 0) throw new Refusal('too_early', { retryAfterSeconds });
}

const answerOf = (
  codeId: string,
  { sentAt, expiresAt }: { sentAt: string; expiresAt: string },
): CodeSent => ({
  codeId,
  expiresAt,
  resendAt: new Date(Date.parse(sentAt) + codeRules.resendAfterMs).toISOString(),
});

/** A code that may still be tried. */
export async function findOpenCode(
  knex: Knex,
  purpose: CodePurpose,
  codeId: string,
  now: Date,
): Promise<EmailCode | undefined> {
  const row = await EmailCode.query(knex).findOne({ id: codeId, purpose });
  return row && isOpen(row, now) ? row : undefined;
}
