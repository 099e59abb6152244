import { Match, Suspense, Switch, createEffect, lazy, on } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { AskCodeStep } from './AskCodeStep.tsx';
import './auth.css';
import { CodeStep } from './CodeStep.tsx';
import type { LogInFlow, LogInStep, StepAt } from './logInFlow.ts';
import { PasswordStep } from './PasswordStep.tsx';
import { ResetStep } from './ResetStep.tsx';
import { TotpStep } from './TotpStep.tsx';

const TotpSetupStep = lazy(() => import('./TotpSetupStep.tsx'));
const CodesStep = lazy(() => import('./TotpSetupStep.tsx').then((part) => ({ default: part.CodesStep })));

type StepsProps = {
  flow: LogInFlow;
  /** Also when it was in another tab that somebody logged in. */
  onDone: () => void;
  onSignUp: () => void;
};

/** What a log-in asks for now. */
export function LogInSteps(props: StepsProps) {
  let place: HTMLDivElement | undefined;
  const at = <A extends LogInStep['at']>(name: A) =>
    props.flow.step().at === name ? (props.flow.step() as StepAt<A>) : undefined;
  const codeFor = (purpose: 'logIn' | 'reset') => {
    const step = at('enterCode');
    return step?.purpose === purpose ? step : undefined;
  };
  createEffect(() => credentials.isLoggedIn() && props.onDone());
  createEffect(
    on(
      () => props.flow.step().at,
      // Once it is drawn: who typed goes on typing.
      () => requestAnimationFrame(() => place?.querySelector('input')?.focus()),
      { defer: true },
    ),
  );
  return (
    <div class="auth" ref={(element) => (place = element)}>
      <Suspense>
        <Switch>
          <Match when={at('password')}>
            <PasswordStep flow={props.flow} onSignUp={() => props.onSignUp()} />
          </Match>
          <Match when={at('askCode')}>{(step) => <AskCodeStep flow={props.flow} step={step()} />}</Match>
          <Match when={codeFor('logIn')}>{(step) => <CodeStep flow={props.flow} step={step()} />}</Match>
          <Match when={codeFor('reset')}>{(step) => <ResetStep flow={props.flow} step={step()} />}</Match>
          <Match when={at('totp')}>{(step) => <TotpStep flow={props.flow} step={step()} />}</Match>
          <Match when={at('totpSetup')}>{(step) => <TotpSetupStep flow={props.flow} step={step()} />}</Match>
          <Match when={at('recoveryCodes')}>{(step) => <CodesStep flow={props.flow} step={step()} />}</Match>
        </Switch>
      </Suspense>
    </div>
  );
}
