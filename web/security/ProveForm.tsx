import { Show, createSignal } from 'solid-js';
import { proveTwoFactor } from '../../api/contracts/twoFactor.ts';
import { createAttempt } from '../accounts/createAttempt.ts';
import { Refused } from '../accounts/Refused.tsx';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/security.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';

type ProveProps = {
  /** Both factors, or the password alone. */
  withCode: boolean;
  danger: boolean;
  submitText: string;
  onProve: (proof: { password: string; code: string }) => Promise<void>;
};

/** Is it really they who have the account? */
export function ProveForm(props: ProveProps) {
  const [password, setPassword] = createSignal('');
  const [code, setCode] = createSignal('');
  const wrong = createFieldErrors<'password' | 'code'>();
  let form: HTMLFormElement | undefined;
  const attempt = createAttempt(() => props.onProve({ password: password(), code: code() }), place);

  function place(error: unknown): boolean {
    if (!(error instanceof ApiError)) return false;
    if (error.code === 'invalid') wrong.show(form, { password: t('security.passwordWrong') });
    else if (error.code === 'wrong_code') wrong.show(form, { code: t('security.anyCodeWrong') });
    else return false;
    return true;
  }
  function submit(): void {
    attempt.forget();
    const { password: first, code: second } = proveTwoFactor.shape;
    const missing = {
      password: first.safeParse(password()).success ? undefined : t('security.passwordMissing'),
      code: !props.withCode || second.safeParse(code()).success ? undefined : t('security.anyCodeMissing'),
    };
    if (missing.password ?? missing.code) return wrong.show(form, missing);
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
      <PasswordField
        label={t('security.password')}
        name="password"
        autocomplete="current-password"
        value={password()}
        onValue={(value) => {
          setPassword(value);
          wrong.forget('password');
        }}
        error={wrong.of('password')}
      />
      <Show when={props.withCode}>
        <TextField
          label={t('security.code')}
          help={t('security.codeHelp')}
          name="code"
          autocomplete="one-time-code"
          value={code()}
          onValue={(value) => {
            setCode(value);
            wrong.forget('code');
          }}
          error={wrong.of('code')}
        />
      </Show>
      <Button
        type="submit"
        variant={props.danger ? 'danger' : 'primary'}
        size="lg"
        block
        busy={attempt.busy()}
        busyText={t('security.busy')}
      >
        {props.submitText}
      </Button>
    </form>
  );
}
