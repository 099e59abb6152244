import { z } from 'zod';
import { id, instant } from './common.ts';

export const role = z.enum(['learner', 'mentor', 'admin']);
export type Role = z.infer<typeof role>;

/** Languages that every text of ours exists in (WEB-11). */
export const locale = z.enum(['en', 'hi']);
export type Locale = z.infer<typeof locale>;

export const user = z.object({
  id,
  role,
  name: z.string(),
  email: z.email(),
  locale,
  /** IANA name, e.g. `Asia/Kolkata`. */
  timeZone: z.string(),
  pictureUrl: z.string().nullable(),
});
export type User = z.infer<typeof user>;

/** What anyone may know of a person. */
export const person = z.object({ id, name: z.string(), role, pictureUrl: z.string().nullable() });
export type Person = z.infer<typeof person>;

/**
 * An e-mail address as it is stored and compared. Look-alikes become what they look like (NFKC: full-width letters,
 * ligatures), then only ASCII is taken: two addresses that a person cannot tell apart are never two accounts. An
 * internationalised domain is written as its registry has it (`xn--…`, RFC 5890).
 */
export const emailAddress = z
  .string()
  .normalize('NFKC')
  .trim()
  .toLowerCase()
  .pipe(
    z
      .email({
        pattern:
          /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]{0,63}[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
      })
      .max(254),
  );

/** One way of writing for what a keyboard may send in several (NIST SP 800-63B, 3.1.1.2). */
const password = z.string().normalize('NFKC').max(200);

export const logIn = z.object({ email: emailAddress, password: password.min(1) });
export type LogIn = z.infer<typeof logIn>;

export const passwordMinLength = 10;
export const newPassword = password.min(passwordMinLength);

/** The access token lives in memory; the refresh token travels only in an HttpOnly cookie. */
export const signedIn = z.object({ accessToken: z.string(), expiresAt: instant, user });
export type SignedIn = z.infer<typeof signedIn>;

/** A second factor is wanted: `challenge` says for 10 minutes that the first was right. */
const secondFactor = { challenge: z.string(), expiresAt: instant };
/** Where a log-in goes on: it is done, asks for a code of the authenticator app, or (admins, AUTH-7) has it set up first. */
export const logInAnswer = z.discriminatedUnion('next', [
  signedIn.extend({ next: z.literal('done') }),
  z.object({ next: z.literal('totp'), ...secondFactor }),
  z.object({ next: z.literal('totpSetup'), ...secondFactor }),
]);
export type LogInAnswer = z.infer<typeof logInAnswer>;

export const forEmail = z.object({ email: emailAddress });
export const emailAvailable = z.object({ available: z.boolean() });

/** A code is on its way, if there is anyone to send it to: the answer is the same for every address. */
export const codeSent = z.object({
  /** Belongs to the page that asked: a code is good only together with it. */
  codeId: id,
  expiresAt: instant,
  /** Before this no other is sent. */
  resendAt: instant,
});
export type CodeSent = z.infer<typeof codeSent>;

export const resendCode = z.object({ codeId: id });
/** People type codes with spaces, and Hindi keyboards with their own digits. */
export const sixDigits = z
  .string()
  .transform((typed) =>
    typed.replace(/\s/gu, '').replace(/[०-९]/gu, (digit) => String(digit.charCodeAt(0) - '०'.charCodeAt(0))),
  )
  .pipe(z.string().regex(/^\d{6}$/, 'must be 6 digits'));
export const enterCode = z.object({ codeId: id, code: sixDigits });
export type EnterCode = z.infer<typeof enterCode>;

export const resetPassword = enterCode.extend({ password: newPassword });
export type ResetPassword = z.infer<typeof resetPassword>;

/** One browser in which the caller is logged in. */
export const ownLogIn = z.object({
  id,
  /** Names of programs, or null when it did not tell. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  createdAt: instant,
  lastUsedAt: instant,
  /** The one that asks. */
  isThis: z.boolean(),
});
export type OwnLogIn = z.infer<typeof ownLogIn>;
export const ownLogIns = z.object({ items: z.array(ownLogIn) });
