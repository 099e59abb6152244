import { batch, createSignal } from 'solid-js';
import { z } from 'zod';
import { codeSent } from '../../../api/contracts/accounts.ts';
import { api } from '../../lib/api.ts';
import { createFieldErrors } from '../../lib/fieldErrors.ts';
import { locale } from '../../lib/locale.ts';
import { ApiError } from '../../lib/problem.ts';
import { timeZone } from '../../lib/zone.ts';
import { accountOf } from './accountOf.ts';
import { beginStep } from './beginStep.ts';
import { checkStep, refusedFields, type FieldErrors } from './checkStep.ts';
import { createCall } from './createCall.ts';
import { draft, secret, setDraft, setSecret } from './draft.ts';
import { stepsOf, stepWith, type SignUpField, type StepName } from './steps.ts';

export type SignUpFlow = ReturnType<typeof createSignUp>;
export type StepProps = { flow: SignUpFlow };

const steps = () => stepsOf(draft.role);
const position = () => Math.max(0, steps().indexOf(draft.step));
const filled = () => ({ ...draft, password: secret().password });

/** How the wizard goes on: what each Next checks, and where a refusal leads (AUTH-2). */
export function createSignUp(about: { place: () => HTMLElement | undefined; logInInstead: () => void }) {
  const wrong = createFieldErrors<SignUpField>();
  const [refusal, setRefusal] = createSignal<{ error: unknown }>();
  const call = createCall((error) => {
    const errors = error instanceof ApiError ? refusedFields(error.fields, filled()) : {};
    const step = stepWith(steps(), Object.keys(errors));
    if (step) show(step, errors);
    else setRefusal({ error });
  });

  function show(step: StepName, errors: FieldErrors = {}): void {
    const isOther = step !== draft.step;
    batch(() => {
      setRefusal(undefined);
      setDraft('step', step);
    });
    wrong.show(about.place(), errors);
    if (isOther && Object.keys(errors).length === 0) beginStep(about.place());
  }
  function goTo(step: StepName, errors?: FieldErrors): void {
    call.drop();
    show(step, errors);
  }
  function ask(act: (signal: AbortSignal) => Promise<StepOutcome>): Promise<void> {
    return call.run(async (signal) => {
      setRefusal(undefined);
      const { step, errors } = await act(signal);
      if (!signal.aborted) show(step, errors);
    });
  }

  return {
    steps,
    position,
    wrong,
    refusal,
    busy: call.busy,
    logInInstead: about.logInInstead,
    /** The connection is back: what was said about it is not true any more. */
    forgetRefusal: () => setRefusal(undefined),
    /** Leaves the step, and what it was waiting for. */
    goTo,
    back: () => goTo(steps()[position() - 1] ?? 'role'),
    /** Goes on once this step's fields are right, for the page and where needed for the API. */
    async next(): Promise<void> {
      const errors = checkStep(draft.step, filled());
      if (Object.keys(errors).length > 0) return wrong.show(about.place(), errors);
      const following = steps()[position() + 1] ?? 'code';
      if (draft.step === 'about') await ask((signal) => checkPerson(signal, following));
      else if (following === 'code') await ask(sendCode);
      else goTo(following);
    },
    /** Has another code mailed for the same account, where the last one cannot be renewed any more. */
    async sendAnew(): Promise<void> {
      setSecret((known) => ({ ...known, sentPassword: '' }));
      setDraft('sent', (known) => known && { ...known, account: '' });
      await ask(sendCode);
    },
  };
}

/** Where a call leads. */
type StepOutcome = { step: StepName; errors?: FieldErrors };

async function checkPerson(signal: AbortSignal, following: StepName): Promise<StepOutcome> {
  const { name, email, password } = filled();
  await api.post('/api/auth/check-person', z.unknown(), { name, email, password }, { signal });
  setDraft('isPersonRight', true);
  return { step: following };
}

/** Has a code mailed, unless one for the very same account is on its way. */
async function sendCode(signal: AbortSignal): Promise<StepOutcome> {
  const account = accountOf(draft);
  const { password, sentPassword } = secret();
  if (draft.sent?.account === account && password === sentPassword) return { step: 'code' };
  // After a reload the password is missing, in a step that was passed before.
  for (const step of steps()) {
    const errors = checkStep(step, filled());
    if (Object.keys(errors).length > 0) return { step, errors };
  }
  const body = { ...(JSON.parse(account) as object), password, locale: locale(), timeZone: timeZone() };
  const sent = await api.post('/api/auth/sign-up', codeSent, body, { signal });
  if (!signal.aborted) {
    setSecret({ password, sentPassword: password });
    setDraft('sent', { ...sent, account });
  }
  return { step: 'code' };
}
