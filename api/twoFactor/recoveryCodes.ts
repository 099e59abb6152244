import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { createSecretBox } from '../../config/secretBox.ts';
import type { Settings } from '../../config/settings.ts';
import { RecoveryCode } from './model.ts';
import { recoveryAlphabet, recoveryCodeLength, recoveryCodesCount, showRecoveryCode } from './rules.ts';

type Secret = Pick<Settings, 'dataSecret'>;

/** Keyed: 40 bits of chance alone could be found from a stolen table. */
const hashOf = ({ dataSecret }: Secret, userId: string, code: string) =>
  createSecretBox(dataSecret, 'recovery-code').sign(`${userId}:${code}`);

const newCode = () =>
  Array.from({ length: recoveryCodeLength }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join(
    '',
  );

/** Gives a person new codes; those that they had are good no more. */
export async function renewRecoveryCodes(trx: Knex, secret: Secret, userId: string): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < recoveryCodesCount) codes.add(newCode());
  await RecoveryCode.query(trx).where({ userId }).delete();
  for (const code of codes)
    await RecoveryCode.query(trx).insert({ userId, codeHash: hashOf(secret, userId, code), usedAt: null });
  return [...codes].map(showRecoveryCode);
}

/** Uses a code up. @returns false when it is not one of theirs, or was used: also by another at the same time. */
export async function takeRecoveryCode(
  trx: Knex,
  secret: Secret,
  { userId, code, now }: { userId: string; code: string; now: Date },
): Promise<boolean> {
  const taken = await RecoveryCode.query(trx)
    .where({ userId, codeHash: hashOf(secret, userId, code) })
    .whereNull('used_at')
    .patch({ usedAt: now.toISOString() });
  return taken === 1;
}

export const countRecoveryCodes = (knex: Knex, userId: string): Promise<number> =>
  RecoveryCode.query(knex).where({ userId }).whereNull('used_at').resultSize();
