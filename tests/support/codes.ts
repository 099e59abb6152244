import type { Knex } from 'knex';
import { digitsOf } from '../../api/accounts/emailCode.ts';
import { EmailCode } from '../../api/accounts/model.ts';
import { jobs } from '../../api/contracts/jobs.ts';
import type { TestApi } from './testApi.ts';
import { outboxRows } from './outboxRows.ts';

/** The digits that were mailed for a code at last, as the worker works them out. */
export async function mailedDigits({ knex, settings }: TestApi, codeId: string): Promise<string> {
  const job = (await codeJobs(knex, codeId)).at(-1);
  if (!job) throw new Error('no code was to be mailed');
  return digitsOf(settings.tokens, { id: codeId, issue: job.issue });
}

/** The jobs that mail a code, oldest first. */
export async function codeJobs(knex: Knex, codeId: string) {
  const rows = await outboxRows(knex, 'mail.emailCode', codeId);
  return rows.map(({ payload }) => jobs['mail.emailCode'].parse(payload));
}

export const codeRow = (knex: Knex, codeId: string) =>
  EmailCode.query(knex).findById(codeId).throwIfNotFound();

/** Six digits that are not these. */
export const otherDigits = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
