import type { Knex } from 'knex';
import type { z } from 'zod';
import type { ProveTwoFactor, TotpSecret, twoFactorState } from '../contracts/twoFactor.ts';
import { recordAct } from '../audit/index.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import * as factor from '../twoFactor/index.ts';
import type { Caller } from './accessToken.ts';
import { authLimitsOf } from './authLimits.ts';
import type { Origin } from './beginLogIn.ts';
import { User } from './model.ts';
import { provePassword } from './provePassword.ts';

/** Who asks, and where from. */
export interface Asker {
  me: Caller;
  origin: Origin;
}

/** Whether a second factor guards the caller's account (AUTH-7). */
export async function stateOfOwn({ knex }: Services, me: Caller): Promise<z.infer<typeof twoFactorState>> {
  return { ...(await factor.stateOfSecondFactor(knex, me.userId)), required: me.role === 'admin' };
}

/** @throws Refusal as `provePassword`; `wrong_state` when it is on already. */
export async function beginOwn(
  services: Services,
  { me, origin }: Asker,
  password: string,
): Promise<TotpSecret> {
  const user = await provePassword(services, { userId: me.userId, password, address: origin.address });
  return services.knex.transaction((trx) => factor.beginSecondFactor(trx, services, user));
}

/** @returns the recovery codes. @throws Refusal `wrong_code`; `wrong_state` when it is on already. */
export async function confirmOwn(services: Services, asker: Asker, digits: string): Promise<string[]> {
  const { knex } = services;
  const { userId } = asker.me;
  if (await factor.isSecondFactorOn(knex, userId)) throw new Refusal('wrong_state');
  return judge(services, asker, async (trx) => {
    const codes = await factor.confirmSecondFactor(trx, services, { userId, digits });
    if (codes) await record(trx, services, asker, 'twoFactor.enabled');
    return codes;
  });
}

/** @throws Refusal `forbidden` for admins; `invalid` naming the password; `wrong_code`. */
export async function turnOffOwn(
  services: Services,
  asker: Asker,
  { password, code }: ProveTwoFactor,
): Promise<void> {
  const { userId, role } = asker.me;
  if (role === 'admin') throw new Refusal('forbidden');
  await provePassword(services, { userId, password, address: asker.origin.address, halfway: true });
  await judge(services, asker, async (trx) => {
    const kind = await factor.takeSecondFactor(trx, services, { userId, typed: code });
    if (!kind) return null;
    await factor.removeSecondFactor(trx, userId);
    await record(trx, services, asker, 'twoFactor.disabled');
    return { kind };
  });
}

/** @returns new recovery codes; the old ones are good no more. @throws Refusal as `turnOffOwn` */
export async function renewOwnCodes(
  services: Services,
  asker: Asker,
  { password, code }: ProveTwoFactor,
): Promise<string[]> {
  const { userId } = asker.me;
  await provePassword(services, { userId, password, address: asker.origin.address, halfway: true });
  return judge(services, asker, async (trx) => {
    if (!(await factor.takeSecondFactor(trx, services, { userId, typed: code }))) return null;
    await record(trx, services, asker, 'twoFactor.recoveryCodesRenewed');
    return factor.renewRecoveryCodes(trx, services.settings, userId);
  });
}

/** One try of a code, counted as those at log-in are. */
async function judge<T extends object>(
  { knex, redis }: Services,
  { me, origin }: Asker,
  attempt: (trx: Knex.Transaction) => Promise<T | null>,
): Promise<T> {
  const { email } = await User.query(knex).findById(me.userId).throwIfNotFound();
  return authLimitsOf(redis).judge(
    { address: origin.address, email },
    () => knex.transaction(attempt),
    'wrong_code',
  );
}

const record = (trx: Knex, { now }: Services, { me, origin }: Asker, act: string) =>
  recordAct(trx, {
    ...{ actor: { id: me.userId, role: me.role }, act, subject: { kind: 'user', id: me.userId } },
    ...{ origin, at: now() },
  });
