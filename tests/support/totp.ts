import { TOTP, URI } from 'otpauth';
import { logInAnswer, type SignedIn } from '../../api/contracts/accounts.ts';
import { totpSecret, totpSetupDone } from '../../api/contracts/twoFactor.ts';

/** What an authenticator app shows for a secret, as a URI or typed in, at a time. */
export function appDigits(secret: string, at: Date | number = Date.now()): string {
  const app = secret.startsWith('otpauth:') ? URI.parse(secret) : new TOTP({ secret });
  if (!(app instanceof TOTP)) throw new Error('not a secret of a time-based app');
  return app.generate({ timestamp: Number(at) });
}

export interface AdminLogIn extends SignedIn {
  /** Of the app, for later log-ins. */
  secret: string;
  recoveryCodes: string[];
}

/** Goes through an admin's first log-in, as their page and their app do. */
export async function setUpTotp(
  post: (path: string, body: object) => Promise<unknown>,
  who: { email: string; password: string },
  now: () => Date = () => new Date(),
): Promise<AdminLogIn> {
  const answer = logInAnswer.parse(await post('/api/auth/login', who));
  if (answer.next !== 'totpSetup') throw new Error(`not a first log-in of an admin: ${answer.next}`);
  const { challenge } = answer;
  const { secret } = totpSecret.parse(await post('/api/auth/totp-setup', { challenge }));
  const code = appDigits(secret, now());
  const done = totpSetupDone.parse(await post('/api/auth/totp-finish', { challenge, code }));
  return { ...done, secret };
}
