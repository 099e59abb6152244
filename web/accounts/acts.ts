import { z } from 'zod';
import {
  codeSent,
  logInAnswer,
  signedIn,
  type CodeSent,
  type EnterCode,
  type LogIn,
  type LogInAnswer,
  type ResetPassword,
  type SignedIn,
} from '../../api/contracts/accounts.ts';
import { totpSecret, totpSetupDone, type EnterTotp, type TotpSecret } from '../../api/contracts/twoFactor.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';

export type CodePurpose = 'logIn' | 'reset';

/** @throws ApiError `wrong_credentials`, `account_locked`, `too_many_requests`, `invalid` */
export const logIn = (who: LogIn): Promise<LogInAnswer> => api.post('/api/auth/login', logInAnswer, who);

const codePaths = { logIn: '/api/auth/login-code', reset: '/api/auth/reset-code' } as const;
/** @throws ApiError `too_many_requests` */
export const askCode = (purpose: CodePurpose, email: string): Promise<CodeSent> =>
  api.post(codePaths[purpose], codeSent, { email });

/** @throws ApiError `too_many_requests`, `code_expired` */
export const resendCode = (codeId: string): Promise<CodeSent> =>
  api.post('/api/auth/resend-code', codeSent, { codeId });

/** @throws ApiError `wrong_code`, `code_expired`, `account_locked`, `too_many_requests` */
export const logInByCode = (entry: EnterCode): Promise<LogInAnswer> =>
  api.post('/api/auth/login-by-code', logInAnswer, entry);

/** @throws ApiError as `logInByCode`, and `invalid` for a password that is easy to guess; the code stays good then */
export const resetPassword = (entry: ResetPassword): Promise<LogInAnswer> =>
  api.post('/api/auth/reset-password', logInAnswer, entry);

/** @throws ApiError `wrong_code`, `account_locked`, `session_expired` when the log-in must begin anew */
export const enterTotp = (entry: EnterTotp): Promise<SignedIn> => api.post('/api/auth/totp', signedIn, entry);

/** The same secret until a code of it was right. @throws ApiError `session_expired` */
export const beginTotpSetup = (challenge: string): Promise<TotpSecret> =>
  api.post('/api/auth/totp-setup', totpSecret, { challenge });

/** @throws ApiError as `enterTotp` */
export const finishTotpSetup = (entry: { challenge: string; code: string }) =>
  api.post('/api/auth/totp-finish', totpSetupDone, entry);

/** Ends the log-in on the server; this page forgets it even when the server cannot be reached. */
export async function logOut(): Promise<void> {
  await api.post('/api/auth/logout', z.unknown()).catch(() => undefined);
  credentials.loggedOut();
}
