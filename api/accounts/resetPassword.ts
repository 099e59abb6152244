import type { ResetPassword } from '../contracts/accounts.ts';
import { enqueueJob } from '../outbox/index.ts';
import type { Services } from '../Services.ts';
import type { AuthLimits } from './authLimits.ts';
import { beginLogIn, type BegunLogIn, type Origin } from './beginLogIn.ts';
import { endOtherLogIns } from './logIns.ts';
import { User } from './model.ts';
import { hashPassword } from './passwords.ts';
import { refusePassword } from './passwordStrength.ts';
import { redeemCode } from './redeemCode.ts';

/**
 * Sets a new password by an e-mailed code, ends all other log-ins and a lock, and tells the owner (AUTH-5). It works
 * while the account is locked: it is the way out.
 * @throws Refusal `wrong_code`, `code_expired`; `invalid` for a password that is easy to guess, the code stays good.
 */
export async function resetPassword(
  services: Services,
  limits: AuthLimits,
  { password, ...entered }: ResetPassword,
  origin: Origin,
): Promise<BegunLogIn> {
  // Before the transaction, so that the database does not wait for it.
  const passwordHash = await hashPassword(password);
  const begun = await redeemCode(services, 'reset', entered, async (trx, { email }) => {
    const user = await User.query(trx).findOne({ email });
    if (!user) return null;
    refusePassword(password, user);
    await user.$query(trx).patch({ passwordHash });
    const logIn = await beginLogIn(trx, services, user, origin);
    await endOtherLogIns(trx, user.id, logIn.logInId, services.now());
    await enqueueJob(trx, 'mail.passwordChanged', {
      userId: user.id,
      changedAt: services.now().toISOString(),
    });
    return logIn;
  });
  await limits.unlock(begun.user.email);
  return begun;
}
