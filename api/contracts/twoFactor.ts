import { z } from 'zod';
import { instant, line } from './common.ts';
import { logIn, signedIn, sixDigits } from './accounts.ts';

/** Ten single-use codes for the day the phone is lost, as "4K7Q-9XWM": shown once, stored as hashes (AUTH-7). */
export const recoveryCodes = z.array(z.string());
const challenge = z.string().max(2048);
const { password } = logIn.shape;

/** Log-in, second step: a code of the app, or a recovery code. */
export const enterTotp = z.object({ challenge, code: line(6, 20) });
export type EnterTotp = z.infer<typeof enterTotp>;

/** What an authenticator app needs: as a QR code (`otpauth://…`) or typed in. */
export const totpSecret = z.object({ uri: z.string(), secret: z.string() });
export type TotpSecret = z.infer<typeof totpSecret>;
export const beginTotpSetup = z.object({ challenge });
export type BeginTotpSetup = z.infer<typeof beginTotpSetup>;
export const finishTotpSetup = z.object({ challenge, code: sixDigits });
export type FinishTotpSetup = z.infer<typeof finishTotpSetup>;
export const totpSetupDone = signedIn.extend({ recoveryCodes });

/** From the settings of someone logged in. */
export const twoFactorState = z.object({
  enabledAt: instant.nullable(),
  /** Admins cannot turn it off. */
  required: z.boolean(),
  recoveryCodesLeft: z.number().int().nonnegative(),
});
export const beginTwoFactor = z.object({ password });
export const confirmTwoFactor = z.object({ code: sixDigits });
export const newRecoveryCodes = z.object({ recoveryCodes });
/** Turning it off, or new recovery codes: both factors once more. */
export const proveTwoFactor = z.object({ password, code: line(6, 20) });
export type ProveTwoFactor = z.infer<typeof proveTwoFactor>;
