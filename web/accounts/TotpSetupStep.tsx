import { Match, Switch, createResource, createSignal } from 'solid-js';
import { sixDigits } from '../../api/contracts/accounts.ts';
import { createFieldErrors } from '../lib/fieldErrors.ts';
import { ApiError } from '../lib/problem.ts';
import { AuthenticatorKey } from '../security/AuthenticatorKey.tsx';
import { t as text } from '../text/auth.ts';
import { t } from '../text/security.ts';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { Skeleton } from '../ui/feedback.tsx';
import { beginTotpSetup, finishTotpSetup } from './acts.ts';
import { BackToLogIn } from './BackToLogIn.tsx';
import { createAttempt } from './createAttempt.ts';
import type { LogInFlow, StepAt } from './logInFlow.ts';
import { Refused } from './Refused.tsx';

// In one piece with what follows it: codes that are shown once must not wait for code that may not come.
export { CodesStep } from './CodesStep.tsx';

type Problem = { error: unknown };

/** An admin's first log-in: the second factor is set up before anything else (AUTH-7). */
export default function TotpSetupStep(props: { flow: LogInFlow; step: StepAt<'totpSetup'> }) {
  const [code, setCode] = createSignal('');
  const [notLoaded, setNotLoaded] = createSignal<Problem>();
  const wrong = createFieldErrors<'code'>();
  const attempt = createAttempt(async () => {
    const { recoveryCodes, ...answer } = await finishTotpSetup({
      challenge: props.step.challenge,
      code: code(),
    });
    props.flow.go({ at: 'recoveryCodes', answer, codes: recoveryCodes });
  }, place);
  let form: HTMLFormElement | undefined;

  const [secret, { refetch }] = createResource(async () => {
    setNotLoaded(undefined);
    return beginTotpSetup(props.step.challenge).catch((error: unknown) => {
      if (!startsAnew(error)) setNotLoaded({ error });
      return undefined;
    });
  });

  function startsAnew(error: unknown): boolean {
    const isOver = error instanceof ApiError && error.code === 'session_expired';
    if (isOver) props.flow.beginAnew();
    return isOver;
  }

  function submit(): void {
    attempt.forget();
    if (!sixDigits.safeParse(code()).success) return wrong.show(form, { code: t('security.codeMissing') });
    wrong.clear();
    void attempt.run();
  }

  function place(error: unknown): boolean {
    if (startsAnew(error)) return true;
    setCode('');
    if (!(error instanceof ApiError) || error.code !== 'wrong_code') return false;
    wrong.show(form, { code: t('security.codeWrong') });
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
      <Switch
        fallback={
          <div class="app-key" role="status" aria-label={text('ui.loading')}>
            <Skeleton class="h-6 w-3/4" />
            <Skeleton class="app-key__qr" />
            <Skeleton class="h-6 w-1/2" />
          </div>
        }
      >
        <Match when={notLoaded()}>
          <Refused refusal={notLoaded()} />
          <Button icon="arrow-path" onClick={() => void refetch()}>
            {text('shell.retry')}
          </Button>
        </Match>
        <Match when={secret.latest}>
          {(found) => (
            <>
              <AuthenticatorKey secret={found()} />
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
            </>
          )}
        </Match>
      </Switch>
      <BackToLogIn flow={props.flow} />
    </form>
  );
}
