import { createSignal } from 'solid-js';
import { z } from 'zod';
import { codeSent, type LogInAnswer, type SignedIn } from '../../api/contracts/accounts.ts';
import { serverNow } from '../lib/clock.ts';
import { credentials } from '../lib/credentials.ts';

const purpose = z.enum(['logIn', 'reset']);
const challenge = { challenge: z.string(), expiresAt: z.string() };
const keptStep = z.discriminatedUnion('at', [
  z.object({ at: z.literal('password') }),
  z.object({ at: z.literal('askCode'), purpose }),
  z.object({ at: z.literal('enterCode'), purpose, sent: codeSent }),
  z.object({ at: z.literal('totp'), ...challenge }),
  z.object({ at: z.literal('totpSetup'), ...challenge }),
]);
type KeptStep = z.infer<typeof keptStep>;
/** Recovery codes are never written anywhere by us. */
type CodesStep = { at: 'recoveryCodes'; answer: SignedIn; codes: string[] };
export type LogInStep = KeptStep | CodesStep;
export type StepAt<A extends LogInStep['at']> = Extract<LogInStep, { at: A }>;

const kept = z.object({ email: z.string(), step: keptStep });
const storageKey = 'peerlearn.log-in';
const first: KeptStep = { at: 'password' };

/** Kept from one way in to the other. */
export const [typedEmail, setTypedEmail] = createSignal('');

export type LogInFlow = ReturnType<typeof createLogInFlow>;

/**
 * Where a log-in stands. It outlives a reload, because phones drop the page while its owner looks into the mail or
 * the authenticator app; passwords are never kept.
 */
export function createLogInFlow() {
  const found = remembered();
  const [step, setStep] = createSignal<LogInStep>(found.step);
  if (found.email) setTypedEmail(found.email);
  /** Why the log-in begins anew. */
  const [notice, setNotice] = createSignal<'lapsed' | 'beganAnew'>();

  function go(next: LogInStep): void {
    setNotice(undefined);
    if (next.at !== 'recoveryCodes')
      sessionStorage.setItem(storageKey, JSON.stringify({ email: typedEmail(), step: next }));
    setStep(next);
  }
  return {
    step,
    go,
    email: typedEmail,
    setEmail: setTypedEmail,
    notice,
    /** A factor was right: either that is all, or the next one is asked for. */
    answered(answer: LogInAnswer): void {
      if (answer.next === 'done') this.done(answer);
      else go({ at: answer.next, challenge: answer.challenge, expiresAt: answer.expiresAt });
    },
    done(answer: SignedIn): void {
      sessionStorage.removeItem(storageKey);
      setTypedEmail('');
      credentials.loggedIn(answer);
    },
    /** The first factor was too long ago. */
    beginAnew(): void {
      go(first);
      setNotice('beganAnew');
    },
    leave: (): void => sessionStorage.removeItem(storageKey),
  };
}

/** What a reload left behind, unless it is too old to go on with. */
function remembered(): { email: string; step: KeptStep } {
  try {
    const { email, step } = kept.parse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'));
    return { email, step: isOver(step) ? first : step };
  } catch {
    return { email: '', step: first };
  }
}

function isOver(step: KeptStep): boolean {
  if (step.at === 'enterCode') return Date.parse(step.sent.expiresAt) < serverNow();
  return 'expiresAt' in step && Date.parse(step.expiresAt) < serverNow();
}
