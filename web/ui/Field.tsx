import { Show, createEffect, createSignal, createUniqueId, on, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';

export type FieldProps = {
  label: string;
  help?: string;
  /** A sentence that says what is expected; its presence marks the field as wrong. */
  error?: string;
  optional?: boolean;
  /** Stands at the end of the label's line: how much of a limit is used. */
  aside?: string;
};

/** What a control must carry so that label, help and error belong to it. */
export type ControlIds = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
};

type FrameProps = FieldProps & {
  class?: string;
  /** Several controls: they are a group that carries the id and is labelled by `{id}-label`. */
  group?: boolean;
  children: (control: ControlIds) => JSX.Element;
};

/** Label above, control, help or error below; a new error shakes the control once. */
export function Field(props: FrameProps) {
  const id = createUniqueId();
  const [shaking, setShaking] = createSignal(false);
  createEffect(
    on(
      () => props.error,
      (error) => setShaking(Boolean(error)),
    ),
  );
  const control: ControlIds = {
    id,
    get 'aria-describedby'() {
      return props.error || props.help ? `${id}-note` : undefined;
    },
    get 'aria-invalid'() {
      return props.error ? 'true' : undefined;
    },
  };
  return (
    <div
      class={`field ${props.class ?? ''}`}
      classList={{ 'field--shake': shaking() }}
      onAnimationEnd={() => setShaking(false)}
    >
      <Dynamic
        component={props.group ? 'span' : 'label'}
        class="field__label"
        id={`${id}-label`}
        for={props.group ? undefined : id}
      >
        {props.label}
        <Show when={props.optional}>
          <span class="field__opt">{t('ui.optional')}</span>
        </Show>
        <Show when={props.aside}>
          <span class="field__opt">{props.aside}</span>
        </Show>
      </Dynamic>
      {props.children(control)}
      <Show
        when={props.error}
        fallback={
          <Show when={props.help}>
            <p class="field__help" id={`${id}-note`}>
              {props.help}
            </p>
          </Show>
        }
      >
        <p class="field__error" id={`${id}-note`} role="alert">
          <Icon name="exclamation-circle" size={16} />
          {props.error}
        </p>
      </Show>
    </div>
  );
}
