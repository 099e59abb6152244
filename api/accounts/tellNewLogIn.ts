import type { Knex } from 'knex';
import { notify } from '../notifications/index.ts';
import { LogInRow, type User } from './model.ts';
import { programsOf } from './presenter.ts';

/**
 * Tells the owner of a log-in from a browser and system that none of their log-ins of the last weeks came from: it may
 * not be theirs. The first one of all is no news. Call it before the log-in is written.
 */
export async function tellNewLogIn(
  trx: Knex.Transaction,
  now: Date,
  user: Pick<User, 'id' | 'role'>,
  userAgent: string,
): Promise<void> {
  const before = await LogInRow.query(trx).where({ userId: user.id }).select('user_agent');
  const { browser, system } = programsOf(userAgent);
  const isKnown = before
    .map((row) => programsOf(row.userAgent))
    .some((known) => known.browser === browser && known.system === system);
  if (before.length === 0 || isKnown) return;
  await notify(trx, now, {
    ...{ userId: user.id, kind: 'account.newLogIn' },
    subject: { ...(browser && { browser }), ...(system && { system }) },
    path: `/dashboard/${user.role}/settings/security`,
  });
}
