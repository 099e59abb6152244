import { z } from 'zod';
import * as contract from '../contracts/profile.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { Caller } from './accessToken.ts';
import type { Origin } from './beginLogIn.ts';
import { originOf } from './logInCookie.ts';
import { hashPassword } from './passwords.ts';
import { refusePassword } from './passwordStrength.ts';
import { provePassword } from './provePassword.ts';
import { setPassword } from './setPassword.ts';

export function passwordRoute(services: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/profile/password',
    tag: 'accounts',
    summary: 'Changes the password, which ends all other log-ins',
    access: 'signedIn',
    body: contract.changePassword,
    answer: z.void(),
    handle: ({ me, body, context }) => changePassword(services, me, body, originOf(context)),
  });
}

/**
 * Sets a new password for someone who knows the last one; all other log-ins end, and the owner is told.
 * @throws Refusal `invalid` for a last one that is not right (`current`) or a new one that is easy to guess
 *   (`password`), `account_locked`, `too_many_requests`
 */
async function changePassword(
  services: Services,
  me: Caller,
  { current, password }: z.output<typeof contract.changePassword>,
  origin: Origin,
): Promise<void> {
  const proof = { userId: me.userId, password: current, address: origin.address, field: 'current' };
  const user = await provePassword(services, proof);
  refusePassword(password, user);
  // Before the transaction, so that the database does not wait for it.
  const passwordHash = await hashPassword(password);
  const kept = { keptLogInId: me.logInId, origin };
  await services.knex.transaction((trx) =>
    setPassword(trx, services, { user, passwordHash, act: 'password.changed', ...kept }),
  );
}
