import type { Knex } from 'knex';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { isSecondFactorOn } from '../twoFactor/index.ts';
import type { BegunLogIn } from './beginLogIn.ts';
import { User } from './model.ts';
import { rotateRefreshToken } from './refreshTokens.ts';

/**
 * Goes on with a log-in: the refresh token is exchanged for its successor.
 * @throws Refusal `session_expired` when the token is unknown, expired, ended, or was used before.
 */
export async function refreshLogIn(
  { knex, settings, now }: Services,
  token: string | undefined,
): Promise<BegunLogIn> {
  if (!token) throw new Refusal('session_expired');
  // The refusal is thrown after the commit: that a stolen token ended the log-in must not be rolled back.
  const rotated = await knex.transaction((trx) =>
    rotateRefreshToken(trx, token, { now: now(), lifetimeSeconds: settings.tokens.refreshSeconds }),
  );
  const user = rotated && (await User.query(knex).findById(rotated.userId).whereNull('deleted_at'));
  if (!user || !(await mayGoOn(knex, user))) throw new Refusal('session_expired');
  return { user, logInId: rotated.familyId, refreshToken: rotated.token };
}

/** An admin whose second factor was removed sets up another first (AUTH-7). */
const mayGoOn = async (knex: Knex, { id, role }: User) => role !== 'admin' || isSecondFactorOn(knex, id);
