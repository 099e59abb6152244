import type { Knex } from 'knex';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { LogInRow } from './model.ts';
import { endFamilies } from './refreshTokens.ts';

const open = (knex: Knex, userId: string) => LogInRow.query(knex).where({ userId }).whereNull('ended_at');

/** Where a person is logged in, last used first (AUTH-6). */
export async function listLogIns({ knex, settings, now }: Services, userId: string): Promise<LogInRow[]> {
  const oldest = new Date(now().getTime() - settings.tokens.refreshSeconds * 1000).toISOString();
  return open(knex, userId).where('last_used_at', '>', oldest).orderBy('last_used_at', 'desc').limit(100);
}

/** @throws Refusal `not_found` when it is not theirs, or is over. */
export async function endLogIn({ knex, now }: Services, userId: string, id: string): Promise<void> {
  await knex.transaction(async (trx) => {
    const row = await open(trx, userId).findById(id);
    if (!row) throw new Refusal('not_found');
    await endFamilies(trx, [id], now());
  });
}

/** Ends all log-ins of a person but the one they act in. @returns how many */
export async function endOtherLogIns(
  trx: Knex,
  userId: string,
  keptId: string | undefined,
  now: Date,
): Promise<number> {
  const rows = await open(trx, userId).select('id');
  const others = rows.map(({ id }) => id).filter((id) => id !== keptId);
  await endFamilies(trx, others, now);
  return others.length;
}
