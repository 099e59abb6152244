import { Match, Show, Switch, createSignal, onCleanup, onMount } from 'solid-js';
import { t } from '../../text/signUp.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/showToast.ts';
import type { SignUpRole } from '../authGate.ts';
import { Refused } from '../Refused.tsx';
import { AboutStep } from './AboutStep.tsx';
import { beginStep } from './beginStep.ts';
import { CodeStep } from './CodeStep.tsx';
import { createCodeEntry } from './createCodeEntry.ts';
import { createSignUp } from './createSignUp.ts';
import { chooseRole, draft, files, forgetDraft } from './draft.ts';
import { InterestsStep } from './InterestsStep.tsx';
import { profileUploads } from './profileUploads.ts';
import { ProfileStep } from './ProfileStep.tsx';
import { ReadyStep } from './ReadyStep.tsx';
import { RoleStep } from './RoleStep.tsx';
import { busyWords, nextWords } from './stepWords.ts';
import { TeachingStep } from './TeachingStep.tsx';
import { Head, LogInInstead, Side } from './WizardParts.tsx';
import './sign-up.css';
import '../../ui/styles/wizard.css';

type SignUpWizardProps = {
  /** Chosen where the wizard was opened; it stands there preselected. */
  role?: SignUpRole | undefined;
  onLogInInstead: () => void;
  /** Somebody is logged in with their new account. */
  onDone: () => void;
  /** In a dialog; what was typed is kept. Without it the wizard is a page of its own. */
  onClose?: (() => void) | undefined;
};

/** From a stranger to an account: 4 steps for a learner, 5 for a mentor (AUTH-2, AUTH-3, AUTH-4). */
export default function SignUpWizard(props: SignUpWizardProps) {
  let form: HTMLFormElement | undefined;
  const place = () => form;
  const [isReady, setReady] = createSignal(false);
  // eslint-disable-next-line solid/reactivity -- where it was opened does not change
  if (props.role) chooseRole(props.role);
  const flow = createSignUp({ place, logInInstead: () => props.onLogInInstead() });
  const entry = createCodeEntry({ flow, place, onDone: welcome });
  const isBusy = () => flow.busy() || entry.busy();
  const refusal = () => flow.refusal() ?? entry.refusal();

  function backOnline(): void {
    flow.forgetRefusal();
    entry.forgetRefusal();
  }
  onMount(() => window.addEventListener('online', backOnline));
  // The dialog opened before the wizard was fetched, and could not begin at its first field.
  onMount(() => props.onClose && requestAnimationFrame(() => beginStep(form)));
  onCleanup(() => window.removeEventListener('online', backOnline));

  function submit(): void {
    if (isBusy()) return;
    if (isReady()) props.onDone();
    else if (draft.step === 'code') void entry.enter();
    else void flow.next();
  }

  /** Logged in. Files are sent only now, since they need somebody to belong to. */
  function welcome(): void {
    const { name } = draft;
    const chosen = files();
    const hasFiles = Boolean(chosen.picture ?? chosen.introVideo);
    setReady(hasFiles);
    forgetDraft();
    if (hasFiles) {
      profileUploads.begin(chosen);
      form?.querySelector<HTMLElement>('.dialog__title')?.focus();
      return;
    }
    showToast({ tone: 'success', title: t('signUp.welcome', { name }), text: t('signUp.ready') });
    props.onDone();
  }

  return (
    <div class="wizard" classList={{ 'wizard--ready': isReady() }}>
      <Show when={!isReady()}>
        <Side flow={flow} />
      </Show>
      <form
        class="wizard__main"
        ref={(element) => (form = element)}
        noValidate
        aria-label={t('signUp.label')}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Head flow={flow} isReady={isReady()} heading={props.onClose ? 'h2' : 'h1'} onClose={props.onClose} />
        <div class="wizard__body">
          <Show when={refusal()}>
            <div class="grid gap-2">
              <Refused refusal={refusal()} forCodes={draft.step !== 'about'} />
              <p class="caption">{t('signUp.nothingLost')}</p>
            </div>
          </Show>
          <Show when={!isReady()} fallback={<ReadyStep />}>
            <Switch>
              <Match when={draft.step === 'role'}>
                <RoleStep flow={flow} />
              </Match>
              <Match when={draft.step === 'about'}>
                <AboutStep flow={flow} />
              </Match>
              <Match when={draft.step === 'interests'}>
                <InterestsStep flow={flow} />
              </Match>
              <Match when={draft.step === 'teaching'}>
                <TeachingStep flow={flow} />
              </Match>
              <Match when={draft.step === 'profile'}>
                <ProfileStep flow={flow} />
              </Match>
              <Match when={draft.step === 'code'}>
                <CodeStep flow={flow} entry={entry} onComplete={submit} />
              </Match>
            </Switch>
          </Show>
        </div>
        <footer class="wizard__foot">
          <Show when={!isReady()} fallback={<GoOn />}>
            <Show
              when={flow.position() > 0}
              fallback={<LogInInstead onPress={() => props.onLogInInstead()} />}
            >
              <Button size="lg" icon="arrow-left" onClick={() => !entry.busy() && flow.back()}>
                {t('signUp.back')}
              </Button>
              <span class="caption push not-phone">
                <Icon name="cloud" size={16} /> {t('signUp.kept')}
              </span>
            </Show>
            <Button
              type="submit"
              variant="primary"
              size="lg"
              class="wizard__next"
              busy={isBusy()}
              busyText={busyWords(draft.step)}
            >
              {nextWords(draft.step)}
            </Button>
          </Show>
        </footer>
      </form>
    </div>
  );
}

const GoOn = () => (
  <Button type="submit" variant="primary" size="lg" class="wizard__next push">
    {t('signUp.goOn')}
  </Button>
);
