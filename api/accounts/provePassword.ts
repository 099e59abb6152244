import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { accountText } from '../text/accounts.ts';
import { authLimitsOf } from './authLimits.ts';
import { User } from './model.ts';
import { checkPassword } from './passwords.ts';

interface Proof {
  userId: string;
  password: string;
  /** Network address of the call. */
  address: string;
  /** Name of the field that the password was typed into. */
  field?: string;
  /** Another proof follows: this one alone does not forgive wrong tries. */
  halfway?: boolean;
}

/**
 * Has somebody logged in type their password once more, before what cannot be undone. Wrong ones count as they do at
 * log-in.
 * @throws Refusal `invalid` naming the field (not 401: their log-in is good), `account_locked`, `too_many_requests`
 */
export async function provePassword(
  { knex, redis }: Services,
  { userId, password, address, field = 'password', halfway = false }: Proof,
): Promise<User> {
  const user = await User.query(knex).findById(userId).whereNull('deleted_at');
  if (!user) throw new Refusal('session_expired');
  const attempt = async () =>
    (await checkPassword(user.passwordHash, password)) ? { ...(halfway && { halfway }) } : null;
  const wrong = () => new Refusal('invalid', { fields: [{ field, message: accountText.passwordWrong }] });
  await authLimitsOf(redis).judge({ address, email: user.email }, attempt, wrong);
  return user;
}
