import type { Knex } from 'knex';
import { createSecretBox } from '../../config/secretBox.ts';
import type { TotpSecret } from '../contracts/twoFactor.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { describeAppSecret, newAppSecret, stepOfDigits } from './appCodes.ts';
import { RecoveryCode, TwoFactor } from './model.ts';
import { countRecoveryCodes, renewRecoveryCodes, takeRecoveryCode } from './recoveryCodes.ts';
import { readTypedCode, type TypedCode } from './rules.ts';

type Means = Pick<Services, 'settings' | 'now'>;

const boxOf = ({ settings }: Means) => createSecretBox(settings.dataSecret, 'totp');

/** Since when a second factor guards an account, and how many recovery codes are left. */
export async function stateOfSecondFactor(knex: Knex, userId: string) {
  const row = await TwoFactor.query(knex).findById(userId);
  const enabledAt = row?.enabledAt ?? null;
  return { enabledAt, recoveryCodesLeft: enabledAt ? await countRecoveryCodes(knex, userId) : 0 };
}

export const isSecondFactorOn = async (knex: Knex, userId: string): Promise<boolean> =>
  (await TwoFactor.query(knex).where({ userId }).whereNotNull('enabled_at').resultSize()) > 0;

/**
 * The secret for an authenticator app: the same each time until a code of it is right.
 * @throws Refusal `wrong_state` when one guards the account already: its secret is never told again.
 */
export async function beginSecondFactor(
  trx: Knex,
  means: Means,
  { id: userId, email }: { id: string; email: string },
): Promise<TotpSecret> {
  const fresh = {
    ...{ userId, createdAt: means.now().toISOString(), enabledAt: null, lastStep: null },
    secret: boxOf(means).seal(newAppSecret()),
  };
  await TwoFactor.query(trx).insert(fresh).onConflict('user_id').ignore();
  const row = await TwoFactor.query(trx).findById(userId).throwIfNotFound();
  if (row.enabledAt !== null) throw new Refusal('wrong_state');
  return describeAppSecret(boxOf(means).open(row.secret), email);
}

/**
 * Turns the second factor on by a first code of the app.
 * @returns the recovery codes; null when the code is wrong, or nothing was begun.
 */
export async function confirmSecondFactor(
  trx: Knex,
  means: Means,
  { userId, digits }: { userId: string; digits: string },
): Promise<string[] | null> {
  const row = await TwoFactor.query(trx).findById(userId).whereNull('enabled_at').forUpdate();
  const step = row ? stepOfDigits(boxOf(means).open(row.secret), digits, means.now()) : null;
  if (!row || step === null) return null;
  await row.$query(trx).patch({ enabledAt: means.now().toISOString(), lastStep: step });
  return renewRecoveryCodes(trx, means.settings, userId);
}

/**
 * Takes a code of the app or a recovery code, and uses it up.
 * @returns which it was; null when it is wrong, was taken before, or no second factor is on.
 */
export async function takeSecondFactor(
  trx: Knex,
  means: Means,
  { userId, typed }: { userId: string; typed: string },
): Promise<TypedCode['kind'] | null> {
  const code = readTypedCode(typed);
  const row = await TwoFactor.query(trx).findById(userId).whereNotNull('enabled_at').forUpdate();
  if (!row || !code) return null;
  const taken =
    code.kind === 'app'
      ? await takeAppCode(trx, means, row, code.code)
      : await takeRecoveryCode(trx, means.settings, { userId, code: code.code, now: means.now() });
  return taken ? code.kind : null;
}

/** A code is good once, and so are those before it (RFC 6238, 5.2). */
async function takeAppCode(trx: Knex, means: Means, row: TwoFactor, digits: string): Promise<boolean> {
  const step = stepOfDigits(boxOf(means).open(row.secret), digits, means.now());
  if (step === null || (row.lastStep !== null && step <= row.lastStep)) return false;
  await row.$query(trx).patch({ lastStep: step });
  return true;
}

/** Turns it off, whatever state it is in. */
export async function removeSecondFactor(trx: Knex, userId: string): Promise<void> {
  await RecoveryCode.query(trx).where({ userId }).delete();
  await TwoFactor.query(trx).deleteById(userId);
}

/** Forgets a secret that was shown and never confirmed: who saw it may not be who has the account now. */
export const dropUnconfirmed = async (trx: Knex, userId: string): Promise<void> =>
  void (await TwoFactor.query(trx).where({ userId }).whereNull('enabled_at').delete());
