import { Show, createEffect, createSignal, createUniqueId, on, type JSX } from 'solid-js';
import type { FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import './styles/wizard.css';

type GroupProps = FieldProps & {
  /** Read to screen readers only, where the heading above says the same. */
  hideLabel?: boolean;
  children: (invalid: 'true' | undefined) => JSX.Element;
};

/** Several choices under one label; a new error shakes them once. */
export function FieldGroup(props: GroupProps) {
  const id = createUniqueId();
  const [shaking, setShaking] = createSignal(false);
  createEffect(
    on(
      () => props.error,
      (error) => setShaking(Boolean(error)),
    ),
  );
  return (
    <fieldset
      class="field"
      classList={{ 'field--shake': shaking() }}
      aria-describedby={props.error || props.help ? `${id}-note` : undefined}
      onAnimationEnd={() => setShaking(false)}
    >
      <legend classList={{ 'sr-only': props.hideLabel, 'picks__label field__label': !props.hideLabel }}>
        {props.label}
        <Show when={props.aside}>
          <span class="field__opt">{props.aside}</span>
        </Show>
      </legend>
      {props.children(props.error ? 'true' : undefined)}
      <p class={props.error ? 'field__error' : 'field__help'} id={`${id}-note`}>
        <Show when={props.error} fallback={props.help}>
          <span role="alert" class="row">
            <Icon name="exclamation-circle" size={16} />
            {props.error}
          </span>
        </Show>
      </p>
    </fieldset>
  );
}
