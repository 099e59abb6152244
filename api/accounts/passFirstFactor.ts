import type { Knex } from 'knex';
import type { Services } from '../Services.ts';
import { isSecondFactorOn } from '../twoFactor/index.ts';
import { beginLogIn, type BegunLogIn, type Origin } from './beginLogIn.ts';
import { type HalfwayLogIn, issueChallenge } from './challenge.ts';
import type { User } from './model.ts';

/**
 * Begins the log-in of someone whose password or e-mailed code was right, or has it wait for the second factor. An
 * admin never gets in by the first alone (AUTH-7).
 */
export async function passFirstFactor(
  trx: Knex.Transaction,
  services: Services,
  user: User,
  origin: Origin,
): Promise<BegunLogIn | HalfwayLogIn> {
  if (await isSecondFactorOn(trx, user.id)) return issueChallenge(trx, services, user.id, 'totp');
  if (user.role === 'admin') return issueChallenge(trx, services, user.id, 'totpSetup');
  return beginLogIn(trx, services, user, origin);
}
