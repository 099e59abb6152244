import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../../config/settings.ts';

type Secret = Pick<Settings['tokens'], 'jwtSecret'>;

/**
 * The six digits of a code, which are stored nowhere: they follow from its id, how often it was asked for, and a
 * secret of ours, by the truncation of HOTP (RFC 4226, 5.3). So neither the database nor a job holds a code.
 */
export function digitsOf({ jwtSecret }: Secret, { id, issue }: { id: string; issue: number }): string {
  // A key of its own: what is signed for tokens can never be what is signed here.
  const key = createHmac('sha256', jwtSecret).update('peerlearn e-mail codes').digest();
  const mac = createHmac('sha256', key).update(`${id}:${issue}`).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Whether these are the digits, in a time that does not tell how many of them are right. */
export const isDigitsOf = (secret: Secret, row: { id: string; issue: number }, typed: string) =>
  timingSafeEqual(Buffer.from(digitsOf(secret, row)), Buffer.from(typed));
