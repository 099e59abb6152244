import type { ResetPassword } from '../contracts/accounts.ts';
import type { Services } from '../Services.ts';
import type { AuthLimits } from './authLimits.ts';
import type { BegunLogIn, Origin } from './beginLogIn.ts';
import type { HalfwayLogIn } from './challenge.ts';
import { User } from './model.ts';
import { hashPassword } from './passwords.ts';
import { passFirstFactor } from './passFirstFactor.ts';
import { refusePassword } from './passwordStrength.ts';
import { redeemCode } from './redeemCode.ts';
import { setPassword } from './setPassword.ts';

/**
 * Sets a new password by an e-mailed code, ends all other log-ins, and tells the owner (AUTH-5). It works while the
 * account is locked: it is the way out, but where a second factor is on the lock stays until its time is over.
 * @throws Refusal `wrong_code`, `code_expired`; `invalid` for a password that is easy to guess, the code stays good.
 */
export async function resetPassword(
  services: Services,
  limits: AuthLimits,
  { password, ...entered }: ResetPassword,
  origin: Origin,
): Promise<BegunLogIn | HalfwayLogIn> {
  // Before the transaction, so that the database does not wait for it.
  const passwordHash = await hashPassword(password);
  const begun = await redeemCode(services, 'reset', entered, async (trx, { email }) => {
    const user = await User.query(trx).findOne({ email });
    if (!user) return null;
    refusePassword(password, user);
    await setPassword(trx, services, {
      ...{ user, passwordHash, act: 'password.reset', keptLogInId: undefined, origin },
    });
    return passFirstFactor(trx, services, user, origin);
  });
  // Whoever reads the mailbox must not get new tries at the second factor by it.
  if ('user' in begun) await limits.unlock(begun.user.email);
  return begun;
}
