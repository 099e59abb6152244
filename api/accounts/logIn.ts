import type { LogIn } from '../contracts/accounts.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import type { LoginLimits } from './loginLimits.ts';
import { User } from './model.ts';
import { checkPassword } from './passwords.ts';
import { issueRefreshToken } from './refreshTokens.ts';

/**
 * Begins a log-in.
 * @throws Refusal `wrong_credentials` whichever of the two was wrong, `too_many_requests`.
 */
export async function logIn(
  { knex, settings, now }: Services,
  limits: LoginLimits,
  { email, password }: LogIn,
  address: string,
): Promise<{ user: User; refreshToken: string }> {
  await limits.count(address, email);
  const user = await User.query(knex).findOne({ email });
  const right = await checkPassword(user?.passwordHash, password);
  if (!user || !right) throw new Refusal('wrong_credentials');
  await limits.forgive(email);
  const refreshToken = await issueRefreshToken(knex, {
    userId: user.id,
    now: now(),
    lifetimeSeconds: settings.tokens.refreshSeconds,
  });
  return { user, refreshToken };
}
