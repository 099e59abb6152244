import type { EnterCode, LogIn } from '../contracts/accounts.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import type { AuthLimits } from './authLimits.ts';
import type { BegunLogIn, Origin } from './beginLogIn.ts';
import type { HalfwayLogIn } from './challenge.ts';
import { User } from './model.ts';
import { passFirstFactor } from './passFirstFactor.ts';
import { checkPassword } from './passwords.ts';
import { redeemCode } from './redeemCode.ts';
import { findOpenCode } from './sendCode.ts';

/**
 * Begins a log-in by password (AUTH-5).
 * @throws Refusal `wrong_credentials` whichever of the two was wrong, `account_locked`, `too_many_requests`.
 */
export async function logIn(
  services: Services,
  limits: AuthLimits,
  { email, password }: LogIn,
  origin: Origin,
): Promise<BegunLogIn | HalfwayLogIn> {
  const { knex } = services;
  const attempt = async () => {
    const user = await User.query(knex).findOne({ email });
    const right = await checkPassword(user?.passwordHash, password);
    return user && right ? knex.transaction((trx) => passFirstFactor(trx, services, user, origin)) : null;
  };
  return limits.judge({ address: origin.address, email }, attempt, 'wrong_credentials');
}

/**
 * Begins a log-in by an e-mailed code (AUTH-5). A wrong code counts as a wrong password does.
 * @throws Refusal `wrong_code`, `code_expired`, `account_locked`, `too_many_requests`.
 */
export async function logInByCode(
  services: Services,
  limits: AuthLimits,
  entered: EnterCode,
  origin: Origin,
): Promise<BegunLogIn | HalfwayLogIn> {
  const { knex, now } = services;
  const open = await findOpenCode(knex, 'log_in', entered.codeId, now());
  if (!open) throw new Refusal('code_expired');
  const { email } = open;
  const attempt = () =>
    redeemCode(services, 'log_in', entered, async (trx) => {
      const user = await User.query(trx).findOne({ email });
      return user ? passFirstFactor(trx, services, user, origin) : null;
    }).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'wrong_code') return null;
      throw error;
    });
  return limits.judge({ address: origin.address, email }, attempt, 'wrong_code');
}
