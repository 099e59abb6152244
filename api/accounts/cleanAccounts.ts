import type { Knex } from 'knex';
import { EmailCode, LogInChallenge, LogInRow, RefreshToken } from './model.ts';

const dayMs = 24 * 3_600_000;

/** Removes challenges and codes that ended a day ago, and log-ins and tokens that ended or ran out 30 days ago. */
export async function cleanAccounts(knex: Knex, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs).toISOString();
  await EmailCode.query(knex).where('expires_at', '<', before(1)).delete();
  await LogInChallenge.query(knex).where('expires_at', '<', before(1)).delete();
  await RefreshToken.query(knex).where('expires_at', '<', before(30)).delete();
  const alive = RefreshToken.query(knex).select('family_id');
  await LogInRow.query(knex).whereNotIn('id', alive).delete();
}
