import type { EnterTotp, FinishTotpSetup, TotpSecret } from '../contracts/twoFactor.ts';
import { recordAct } from '../audit/index.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { beginSecondFactor, confirmSecondFactor, takeSecondFactor } from '../twoFactor/index.ts';
import type { AuthLimits } from './authLimits.ts';
import { beginLogIn, type BegunLogIn, type Origin } from './beginLogIn.ts';
import { closeChallenge, openChallenge } from './challenge.ts';

/**
 * Finishes a log-in by a code of the authenticator app, or a recovery code (AUTH-7). Wrong ones count as wrong
 * passwords do.
 * @throws Refusal `wrong_code`, `account_locked`, `too_many_requests`; `session_expired` when the log-in has to begin
 *   anew.
 */
export async function enterTotp(
  services: Services,
  limits: AuthLimits,
  { challenge, code }: EnterTotp,
  origin: Origin,
): Promise<BegunLogIn> {
  const { knex, now } = services;
  const { id, user } = await openChallenge(services, 'totp', challenge);
  const attempt = () =>
    knex.transaction(async (trx) => {
      const kind = await takeSecondFactor(trx, services, { userId: user.id, typed: code });
      if (!kind) return null;
      await closeChallenge(trx, id);
      if (kind === 'recovery')
        await recordAct(trx, {
          ...{ actor: user, act: 'twoFactor.recoveryCodeUsed', subject: { kind: 'user', id: user.id } },
          ...{ origin, at: now() },
        });
      return beginLogIn(trx, services, user, origin);
    });
  return limits.judge({ address: origin.address, email: user.email }, attempt, 'wrong_code');
}

/**
 * The secret that an admin's app needs at their first log-in; the same when asked again.
 * @throws Refusal `session_expired`; `too_many_requests`
 */
export async function beginTotpSetup(
  services: Services,
  limits: AuthLimits,
  challenge: string,
  { address }: Origin,
): Promise<TotpSecret> {
  await limits.countTry(address);
  const { user } = await openChallenge(services, 'totpSetup', challenge);
  return orExpired(() => services.knex.transaction((trx) => beginSecondFactor(trx, services, user)));
}

/** Another window was quicker to set it up: this log-in must begin anew, and will be asked for a code. */
async function orExpired<T>(begin: () => Promise<T>): Promise<T> {
  try {
    return await begin();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'wrong_state')
      throw new Refusal('session_expired', { cause: error });
    throw error;
  }
}

/**
 * Turns the second factor on by its first code, and finishes the log-in.
 * @throws Refusal as `enterTotp`
 */
export async function finishTotpSetup(
  services: Services,
  limits: AuthLimits,
  { challenge, code }: FinishTotpSetup,
  origin: Origin,
): Promise<{ begun: BegunLogIn; recoveryCodes: string[] }> {
  const { knex, now } = services;
  const { id, user } = await openChallenge(services, 'totpSetup', challenge);
  const attempt = () =>
    knex.transaction(async (trx) => {
      const recoveryCodes = await confirmSecondFactor(trx, services, { userId: user.id, digits: code });
      if (!recoveryCodes) return null;
      await closeChallenge(trx, id);
      await recordAct(trx, {
        ...{ actor: user, act: 'twoFactor.enabled', subject: { kind: 'user', id: user.id } },
        ...{ origin, at: now() },
      });
      return { begun: await beginLogIn(trx, services, user, origin), recoveryCodes };
    });
  return limits.judge({ address: origin.address, email: user.email }, attempt, 'wrong_code');
}
