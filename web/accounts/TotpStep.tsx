import { Show, createSignal } from 'solid-js';
import { enterTotp as entryContract } from '../../api/contracts/twoFactor.ts';
import { sixDigits } from '../../api/contracts/accounts.ts';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/auth.ts';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { TextField } from '../ui/fields.tsx';
import { enterTotp } from './acts.ts';
import { BackToLogIn } from './BackToLogIn.tsx';
import { createAttempt } from './createAttempt.ts';
import type { LogInFlow, StepAt } from './logInFlow.ts';
import { Refused } from './Refused.tsx';

/** Second factor: a code of the app, or a recovery code for the day the phone is lost. */
export function TotpStep(props: { flow: LogInFlow; step: StepAt<'totp'> }) {
  const [code, setCode] = createSignal('');
  const [byRecovery, setByRecovery] = createSignal(false);
  const wrong = createFieldErrors<'code'>();
  const attempt = createAttempt(
    async () => props.flow.done(await enterTotp({ challenge: props.step.challenge, code: code() })),
    place,
  );
  let form: HTMLFormElement | undefined;

  const isComplete = () =>
    byRecovery() ? entryContract.shape.code.safeParse(code()).success : sixDigits.safeParse(code()).success;
  const missing = () => (byRecovery() ? t('auth.recoveryMissing') : t('auth.totpMissing'));

  function submit(): void {
    attempt.forget();
    if (!isComplete()) return wrong.show(form, { code: missing() });
    wrong.clear();
    void attempt.run();
  }

  function place(error: unknown): boolean {
    if (!(error instanceof ApiError)) return false;
    if (error.code === 'session_expired') {
      props.flow.beginAnew();
      return true;
    }
    if (!byRecovery()) setCode('');
    if (error.code !== 'wrong_code') return false;
    wrong.show(form, { code: byRecovery() ? t('auth.recoveryWrong') : t('auth.totpWrong') });
    return true;
  }

  function change(toRecovery: boolean): void {
    setByRecovery(toRecovery);
    setCode('');
    wrong.clear();
    attempt.forget();
    form?.querySelector('input')?.focus();
  }

  const field = {
    get value() {
      return code();
    },
    onValue: (value: string) => {
      setCode(value);
      if (value !== '') wrong.forget('code');
    },
    get error() {
      return wrong.of('code');
    },
  };

  return (
    <form
      class="grid gap-4"
      ref={(element) => (form = element)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Refused refusal={attempt.refusal()} />
      <Show
        when={byRecovery()}
        fallback={<CodeField label={t('auth.totpCode')} onComplete={submit} {...field} />}
      >
        <TextField
          label={t('auth.recoveryCode')}
          help={t('auth.recoveryLead')}
          name="recovery"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          {...field}
        />
      </Show>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        block
        busy={attempt.busy()}
        busyText={t('auth.checking')}
      >
        {t('auth.logIn')}
      </Button>
      <Button
        variant="ghost"
        icon={byRecovery() ? 'device-phone-mobile' : 'key'}
        onClick={() => change(!byRecovery())}
      >
        {byRecovery() ? t('auth.useApp') : t('auth.useRecovery')}
      </Button>
      <BackToLogIn flow={props.flow} />
    </form>
  );
}
