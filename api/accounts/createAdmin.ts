import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isUniqueViolation } from '../../config/isUniqueViolation.ts';
import { recordAct } from '../audit/index.ts';
import type { AboutPerson } from '../contracts/signUp.ts';
import { Refusal } from '../Refusal.ts';
import { accountText } from '../text/accounts.ts';
import { User } from './model.ts';
import { hashPassword } from './passwords.ts';
import { refusePassword } from './passwordStrength.ts';

/**
 * Creates an admin, which only the operator can (AUTH-1). They set up their second factor at their first log-in.
 * @returns the id. @throws Refusal `invalid` for a password that is easy to guess, or an e-mail that has an account.
 */
export async function createAdmin(
  knex: Knex,
  { name, email, password }: AboutPerson,
  now: Date,
): Promise<string> {
  refusePassword(password, { name, email });
  const id = randomUUID();
  const passwordHash = await hashPassword(password);
  const create = knex.transaction(async (trx) => {
    const user = { id, role: 'admin' as const, name, email, passwordHash, createdAt: now.toISOString() };
    await User.query(trx).insert(user);
    await recordAct(trx, {
      ...{ actor: 'operator', act: 'admin.created', subject: { kind: 'user', id } },
      ...{ after: { role: 'admin' }, at: now },
    });
  });
  try {
    await create;
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause;
    throw new Refusal('invalid', { fields: [{ field: 'email', message: accountText.emailTaken }], cause });
  }
  return id;
}
