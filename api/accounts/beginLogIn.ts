import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Services } from '../Services.ts';
import { LogInRow, type User } from './model.ts';
import { issueRefreshToken } from './refreshTokens.ts';
import { tellNewLogIn } from './tellNewLogIn.ts';

/** Where a call comes from. */
export interface Origin {
  /** Network address. */
  address: string;
  /** As the browser names itself (RFC 9110, 10.1.5). */
  userAgent: string;
}

export interface BegunLogIn {
  user: User;
  logInId: string;
  refreshToken: string;
}

const longestUserAgent = 400;

/** Begins a log-in of someone who has proved who they are. */
export async function beginLogIn(
  trx: Knex.Transaction,
  { settings, now }: Services,
  user: User,
  { userAgent }: Origin,
): Promise<BegunLogIn> {
  const logInId = randomUUID();
  const at = now();
  await tellNewLogIn(trx, at, user, userAgent);
  await LogInRow.query(trx).insert({
    id: logInId,
    userId: user.id,
    userAgent: userAgent.slice(0, longestUserAgent),
    createdAt: at.toISOString(),
    lastUsedAt: at.toISOString(),
    endedAt: null,
  });
  const refreshToken = await issueRefreshToken(trx, {
    ...{ userId: user.id, familyId: logInId, now: at },
    lifetimeSeconds: settings.tokens.refreshSeconds,
  });
  return { user, logInId, refreshToken };
}
