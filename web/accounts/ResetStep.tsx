import { createSignal } from 'solid-js';
import { newPassword, passwordMinLength, sixDigits } from '../../api/contracts/accounts.ts';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { formatTime } from '../lib/formats.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/auth.ts';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { showToast } from '../ui/showToast.ts';
import { resetPassword } from './acts.ts';
import { OtherEmail } from './CodeStep.tsx';
import { createAttempt } from './createAttempt.ts';
import type { LogInFlow, StepAt } from './logInFlow.ts';
import { Refused } from './Refused.tsx';
import { ResendCode } from './ResendCode.tsx';

/** A new password by the e-mailed code. */
export function ResetStep(props: { flow: LogInFlow; step: StepAt<'enterCode'> }) {
  const [code, setCode] = createSignal('');
  const [password, setPassword] = createSignal('');
  const wrong = createFieldErrors<'code' | 'password'>();
  const attempt = createAttempt(async () => {
    const entry = { codeId: props.step.sent.codeId, code: code(), password: password() };
    const answer = await resetPassword(entry);
    showToast({ tone: 'success', title: t('auth.passwordSet'), text: t('auth.othersEnded') });
    props.flow.answered(answer);
  }, place);
  let form: HTMLFormElement | undefined;

  function submit(): void {
    attempt.forget();
    const isCode = sixDigits.safeParse(code()).success;
    const isPassword = newPassword.safeParse(password()).success;
    if (!isCode || !isPassword) {
      return wrong.show(form, {
        code: isCode ? undefined : t('auth.codeMissing'),
        password: isPassword ? undefined : t('auth.passwordShort', { count: passwordMinLength }),
      });
    }
    wrong.clear();
    void attempt.run();
  }

  function place(error: unknown): boolean {
    if (!(error instanceof ApiError)) return false;
    if (error.code === 'invalid') {
      wrong.show(form, { password: t('auth.passwordWeak') });
      return true;
    }
    setCode('');
    if (error.code !== 'wrong_code') return false;
    wrong.show(form, { code: t('auth.codeWrong') });
    return true;
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
        error={wrong.of('code')}
      />
      {/* Password managers store the new password under this name. */}
      <input type="email" autocomplete="username" hidden readonly value={props.flow.email()} />
      <PasswordField
        label={t('auth.newPassword')}
        name="password"
        autocomplete="new-password"
        help={t('auth.newPasswordHelp', { count: passwordMinLength })}
        value={password()}
        onValue={(value) => {
          setPassword(value);
          wrong.forget('password');
        }}
        error={wrong.of('password')}
      />
      <p class="auth__note">
        <Icon name="information-circle" size={20} />
        {t('auth.endsOthers')}
      </p>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        block
        busy={attempt.busy()}
        busyText={t('auth.setting')}
      >
        {t('auth.setPassword')}
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
