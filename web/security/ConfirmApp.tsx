import { createSignal, onMount } from 'solid-js';
import { sixDigits } from '../../api/contracts/accounts.ts';
import type { TotpSecret } from '../../api/contracts/twoFactor.ts';
import { createAttempt } from '../accounts/createAttempt.ts';
import { Refused } from '../accounts/Refused.tsx';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/security.ts';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { AuthenticatorKey } from './AuthenticatorKey.tsx';

type ConfirmProps = {
  secret: TotpSecret;
  onConfirm: (code: string) => Promise<void>;
  /** @returns whether the refusal is dealt with */
  onRefused?: (error: unknown) => boolean;
};

/** The key for the app, and the first code that it shows. */
export function ConfirmApp(props: ConfirmProps) {
  const [code, setCode] = createSignal('');
  const wrong = createFieldErrors<'code'>();
  let form: HTMLFormElement | undefined;
  const attempt = createAttempt(() => props.onConfirm(code()), place);

  // What was pressed before is gone; the key above the field must stay in sight.
  onMount(() => form?.querySelector('input')?.focus({ preventScroll: true }));

  function place(error: unknown): boolean {
    if (props.onRefused?.(error)) return true;
    setCode('');
    if (!(error instanceof ApiError) || error.code !== 'wrong_code') return false;
    wrong.show(form, { code: t('security.codeWrong') });
    return true;
  }
  function submit(): void {
    attempt.forget();
    if (!sixDigits.safeParse(code()).success) return wrong.show(form, { code: t('security.codeMissing') });
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
      <AuthenticatorKey secret={props.secret} />
      <Refused refusal={attempt.refusal()} />
      <CodeField
        label={t('security.firstCode')}
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
        busyText={t('security.turningOn')}
      >
        {t('security.turnOn')}
      </Button>
    </form>
  );
}
