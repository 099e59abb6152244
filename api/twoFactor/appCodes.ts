import { Secret, TOTP } from 'otpauth';
import type { TotpSecret } from '../contracts/twoFactor.ts';

/** What every authenticator app understands (RFC 6238; the key's length is that of its hash, RFC 4226, 4). */
const form = { issuer: 'PeerLearn', algorithm: 'SHA1', digits: 6, period: 30 };
const secretBytes = 20;
/** Steps of time that a clock may be wrong by, either way. */
const window = 1;

export const newAppSecret = () => new Secret({ size: secretBytes }).base32;

/** @param account the person's e-mail: it tells them the entry in their app. */
export const describeAppSecret = (secret: string, account: string): TotpSecret => ({
  uri: new TOTP({ ...form, label: account, secret }).toString(),
  secret,
});

/** The time step that the digits are of; null when they are of none that is near. */
export function stepOfDigits(secret: string, digits: string, now: Date): number | null {
  const timestamp = now.getTime();
  const away = new TOTP({ ...form, secret }).validate({ token: digits, timestamp, window });
  return away === null ? null : TOTP.counter({ period: form.period, timestamp }) + away;
}
