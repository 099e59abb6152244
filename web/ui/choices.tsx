import * as ToggleGroup from '@kobalte/core/toggle-group';
import { For, Show, splitProps, type JSX } from 'solid-js';

type CheckProps = JSX.InputHTMLAttributes<HTMLInputElement> & { label: JSX.Element };

export function Checkbox(props: CheckProps) {
  const [own, rest] = splitProps(props, ['label']);
  return (
    <label class="check">
      <input {...rest} type="checkbox" />
      <span>{own.label}</span>
    </label>
  );
}

/** Takes effect at once, unlike a Checkbox, which is sent with its form. */
export function Switch(props: CheckProps) {
  const [own, rest] = splitProps(props, ['label']);
  return (
    <label class="switch">
      <input {...rest} type="checkbox" role="switch" />
      <span>{own.label}</span>
    </label>
  );
}

type SegmentedProps<T extends string> = {
  label: string;
  value: T;
  onValue: (value: T) => void;
  choices: { value: T; label: string; icon?: JSX.Element }[];
  block?: boolean;
};

/** One of a few, all in sight. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      class="segmented"
      classList={{ 'segmented--block': props.block }}
      aria-label={props.label}
      value={props.value}
      onChange={(value: string | null) => {
        const chosen = props.choices.find((choice) => choice.value === value);
        if (chosen) props.onValue(chosen.value);
      }}
    >
      <For each={props.choices}>
        {(choice) => (
          <ToggleGroup.Item value={choice.value}>
            <Show when={choice.icon}>{choice.icon}</Show>
            {choice.label}
          </ToggleGroup.Item>
        )}
      </For>
    </ToggleGroup.Root>
  );
}
