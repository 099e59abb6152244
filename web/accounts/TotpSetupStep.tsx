import { Match, Switch, createResource, createSignal } from 'solid-js';
import { ApiError } from '../lib/problem.ts';
import { ConfirmApp } from '../security/ConfirmApp.tsx';
import { t } from '../text/auth.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/feedback.tsx';
import { beginTotpSetup, finishTotpSetup } from './acts.ts';
import { BackToLogIn } from './BackToLogIn.tsx';
import type { LogInFlow, StepAt } from './logInFlow.ts';
import { Refused } from './Refused.tsx';

// In one piece with what follows it: codes that are shown once must not wait for code that may not come.
export { CodesStep } from './CodesStep.tsx';

/** An admin's first log-in: the second factor is set up before anything else (AUTH-7). */
export default function TotpSetupStep(props: { flow: LogInFlow; step: StepAt<'totpSetup'> }) {
  const [notLoaded, setNotLoaded] = createSignal<{ error: unknown }>();
  const [secret, { refetch }] = createResource(async () => {
    setNotLoaded(undefined);
    return beginTotpSetup(props.step.challenge).catch((error: unknown) => {
      if (!beginsAnew(error)) setNotLoaded({ error });
      return undefined;
    });
  });

  function beginsAnew(error: unknown): boolean {
    const isOver = error instanceof ApiError && error.code === 'session_expired';
    if (isOver) props.flow.beginAnew();
    return isOver;
  }
  async function confirm(code: string): Promise<void> {
    const { challenge } = props.step;
    const { recoveryCodes, ...answer } = await finishTotpSetup({ challenge, code });
    props.flow.go({ at: 'recoveryCodes', answer, codes: recoveryCodes });
  }

  return (
    <div class="grid gap-4">
      <Switch
        fallback={
          <div class="app-key" role="status" aria-label={t('ui.loading')}>
            <Skeleton class="h-6 w-3/4" />
            <Skeleton class="app-key__qr" />
            <Skeleton class="h-6 w-1/2" />
          </div>
        }
      >
        <Match when={notLoaded()}>
          <Refused refusal={notLoaded()} />
          <Button icon="arrow-path" onClick={() => void refetch()}>
            {t('shell.retry')}
          </Button>
        </Match>
        <Match when={secret.latest}>
          {(found) => <ConfirmApp secret={found()} onConfirm={confirm} onRefused={beginsAnew} />}
        </Match>
      </Switch>
      <BackToLogIn flow={props.flow} />
    </div>
  );
}
