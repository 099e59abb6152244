import { createSignal } from 'solid-js';
import { sixDigits } from '../../api/contracts/accounts.ts';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { formatTime } from '../lib/formats.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/auth.ts';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { logInByCode } from './acts.ts';
import { createAttempt } from './createAttempt.ts';
import type { LogInFlow, StepAt } from './logInFlow.ts';
import { Refused } from './Refused.tsx';
import { ResendCode } from './ResendCode.tsx';

/** Log-in by the e-mailed code. */
export function CodeStep(props: { flow: LogInFlow; step: StepAt<'enterCode'> }) {
  const [code, setCode] = createSignal('');
  const wrong = createFieldErrors<'code'>();
  const attempt = createAttempt(async () => {
    const entry = { codeId: props.step.sent.codeId, code: code() };
    props.flow.answered(await logInByCode(entry));
  }, place);
  let form: HTMLFormElement | undefined;
  function place(error: unknown): boolean {
    setCode('');
    if (!(error instanceof ApiError) || error.code !== 'wrong_code') return false;
    wrong.show(form, { code: t('auth.codeWrong') });
    return true;
  }

  function submit(): void {
    attempt.forget();
    if (!sixDigits.safeParse(code()).success) return wrong.show(form, { code: t('auth.codeMissing') });
    wrong.clear();
    void attempt.run();
  }
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
      <CodeField
        label={t('auth.code')}
        help={t('auth.codeHelp', { time: formatTime(props.step.sent.expiresAt) })}
        value={code()}
        onValue={(value) => {
          setCode(value);
          if (value !== '') wrong.forget('code');
        }}
        onComplete={submit}
        error={wrong.of('code')}
      />
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
      <ResendCode
        sent={props.step.sent}
        onSent={(sent) => {
          attempt.forget();
          wrong.clear();
          props.flow.go({ ...props.step, sent });
        }}
      />
      <OtherEmail flow={props.flow} step={props.step} />
    </form>
  );
}

export function OtherEmail(props: { flow: LogInFlow; step: StepAt<'enterCode'> }) {
  return (
    <Button
      variant="ghost"
      icon="arrow-left"
      onClick={() => props.flow.go({ at: 'askCode', purpose: props.step.purpose })}
    >
      {t('auth.otherEmail')}
    </Button>
  );
}
