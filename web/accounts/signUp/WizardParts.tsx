import { Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { t } from '../../text/signUp.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { StepBar, Steps } from '../../ui/Steps.tsx';
import type { SignUpFlow } from './createSignUp.ts';
import { draft } from './draft.ts';
import { Preview } from './Preview.tsx';
import { profileUploads } from './profileUploads.ts';
import { stepWords } from './stepWords.ts';

type PartProps = { flow: SignUpFlow };

/** Beside the steps on wide screens: the way through them, and what comes of it. */
export function Side(props: PartProps) {
  const steps = () => props.flow.steps();
  return (
    <aside class="wizard__side">
      <Logo />
      <Steps
        label={t('signUp.stepOf', { step: props.flow.position() + 1, count: steps().length })}
        current={props.flow.position()}
        steps={steps().map(stepWords)}
      />
      <Show when={draft.role === 'mentor' && props.flow.position() > 0}>
        <Preview />
      </Show>
    </aside>
  );
}

type HeadProps = PartProps & {
  isReady: boolean;
  heading: 'h1' | 'h2';
  onClose: (() => void) | undefined;
};

/** What this step is about; its words are said to screen readers when the step changes. */
export function Head(props: HeadProps) {
  const where = () =>
    t('signUp.stepOf', { step: props.flow.position() + 1, count: props.flow.steps().length });
  const title = () => (props.isReady ? t('signUp.ready') : t(`signUp.titles.${draft.step}`));
  const areSent = () => profileUploads.all().every(({ state }) => state === 'done');
  const lead = () => {
    if (props.isReady) return areSent() ? t('signUp.readySent') : t('signUp.readyLead');
    return draft.step === 'code' ? undefined : t(`signUp.leads.${draft.step}`);
  };
  return (
    <header class="wizard__head">
      <Show when={!props.isReady}>
        <p class="caption wizard__where">{where()}</p>
        <StepBar count={props.flow.steps().length} current={props.flow.position()} />
      </Show>
      <Dynamic component={props.heading} class="dialog__title" tabIndex={-1}>
        {title()}
      </Dynamic>
      <Show when={lead()}>{(words) => <p class="muted">{words()}</p>}</Show>
      <p class="sr-only" role="status">
        {props.isReady ? title() : `${where()}: ${title()}`}
      </p>
      <Show when={props.onClose}>
        {(close) => (
          <IconButton
            class="wizard__x"
            icon="x-mark"
            size="sm"
            label={t('signUp.close')}
            onClick={() => close()()}
          />
        )}
      </Show>
    </header>
  );
}

export function LogInInstead(props: { onPress: () => void }) {
  return (
    <p class="sign-up__instead">
      <span class="muted">{t('signUp.haveAccount')}</span>{' '}
      <button type="button" class="link" onClick={() => props.onPress()}>
        {t('signUp.logIn')}
      </button>
    </p>
  );
}
