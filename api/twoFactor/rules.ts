import { sixDigits } from '../contracts/accounts.ts';

/** Crockford's Base32: without letters that are taken for another (https://www.crockford.com/base32.html). */
export const recoveryAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const recoveryCodeLength = 8;
export const recoveryCodesCount = 10;

/** "4K7Q9XWM" as it is shown: "4K7Q-9XWM". */
export const showRecoveryCode = (plain: string) => `${plain.slice(0, 4)}-${plain.slice(4)}`;

export type TypedCode = { kind: 'app' | 'recovery'; code: string };

/** What somebody typed where both kinds are taken; null when it is neither. */
export function readTypedCode(typed: string): TypedCode | null {
  const digits = sixDigits.safeParse(typed);
  if (digits.success) return { kind: 'app', code: digits.data };
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  const isOurs = plain.length === recoveryCodeLength && [...plain].every((c) => recoveryAlphabet.includes(c));
  return isOurs ? { kind: 'recovery', code: plain } : null;
}
