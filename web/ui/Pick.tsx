import { Show, splitProps, type JSX } from 'solid-js';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconNames.ts';
import './styles/wizard.css';

type PickProps = JSX.InputHTMLAttributes<HTMLInputElement> & {
  type: 'radio' | 'checkbox';
  icon: IconName;
  label: string;
  text?: string;
};

/** A choice as a tile; a group of them stands in `.picks`. */
export function Pick(props: PickProps) {
  const [own, rest] = splitProps(props, ['icon', 'label', 'text']);
  return (
    <label class="pick" classList={{ 'pick--tall': Boolean(own.text) }}>
      <input {...rest} />
      <span>
        <Icon name={own.icon} />
        <span class="pick__words">
          {own.label}
          <Show when={own.text}>
            <small>{own.text}</small>
          </Show>
        </span>
      </span>
    </label>
  );
}
