import { Show, createSignal } from 'solid-js';
import { logIn as logInContract, type LogIn } from '../../api/contracts/accounts.ts';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/auth.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/feedback.tsx';
import { TextField } from '../ui/fields.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { logIn } from './acts.ts';
import { createAttempt } from './createAttempt.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import type { LogInFlow } from './logInFlow.ts';
import { Refused } from './Refused.tsx';

export function PasswordStep(props: { flow: LogInFlow; onSignUp: () => void }) {
  const [password, setPassword] = createSignal('');
  const wrong = createFieldErrors<'email' | 'password'>();
  const attempt = createAttempt(
    async (who: LogIn) => props.flow.answered(await logIn(who)),
    (error) => {
      if (error instanceof ApiError && error.code === 'wrong_credentials') {
        form?.querySelector<HTMLInputElement>('[name=password]')?.select();
      }
      return false;
    },
  );
  let form: HTMLFormElement | undefined;

  function submit(who: { email: string; password: string }): void {
    attempt.forget();
    const parsed = logInContract.safeParse(who);
    if (!parsed.success) {
      const fields = new Set(parsed.error.issues.map((issue) => issue.path[0]));
      return wrong.show(form, {
        email: fields.has('email') ? t('auth.emailWrong') : undefined,
        password: fields.has('password') ? t('auth.passwordMissing') : undefined,
      });
    }
    wrong.clear();
    void attempt.run(parsed.data);
  }

  return (
    <form
      class="grid gap-4"
      ref={(element) => (form = element)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ email: props.flow.email(), password: password() });
      }}
    >
      <Show when={props.flow.notice() === 'beganAnew'}>
        <Banner tone="warning">{t('auth.loginBeganAnew')}</Banner>
      </Show>
      <Refused refusal={attempt.refusal()} />
      <TextField
        label={t('auth.email')}
        name="email"
        type="email"
        autocomplete="username"
        inputMode="email"
        value={props.flow.email()}
        onValue={(value) => {
          props.flow.setEmail(value);
          wrong.forget('email');
        }}
        error={wrong.of('email')}
      />
      <div class="grid gap-1">
        <PasswordField
          label={t('auth.password')}
          name="password"
          autocomplete="current-password"
          value={password()}
          onValue={(value) => {
            setPassword(value);
            wrong.forget('password');
          }}
          error={wrong.of('password')}
        />
        <button
          type="button"
          class="link auth__forgot"
          onClick={() => props.flow.go({ at: 'askCode', purpose: 'reset' })}
        >
          {t('auth.forgot')}
        </button>
      </div>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        block
        busy={attempt.busy()}
        busyText={t('auth.loggingIn')}
      >
        {t('auth.logIn')}
      </Button>
      <p class="auth__or" aria-hidden="true">
        {t('auth.or')}
      </p>
      <Button
        size="lg"
        block
        icon="envelope"
        onClick={() => props.flow.go({ at: 'askCode', purpose: 'logIn' })}
      >
        {t('auth.mailCode')}
      </Button>
      <p class="auth__other">
        {t('auth.newHere')}{' '}
        <button type="button" class="link" onClick={() => props.onSignUp()}>
          {t('auth.signUp')}
        </button>
      </p>
      <DemoAccounts onPick={submit} />
    </form>
  );
}
