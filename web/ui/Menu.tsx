import * as Kobalte from '@kobalte/core/dropdown-menu';
import { For, Show, type JSX } from 'solid-js';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconNames.ts';

type MenuProps = {
  /** Renders the button; the given props must reach its element. */
  trigger: (props: object) => JSX.Element;
  children: JSX.Element;
};

/** A press on the button that is shorter than this has only opened the menu; a longer one leads to an item. */
const pressMs = 250;

/** Opens under its button; arrow keys, first letters, Escape. */
export function Menu(props: MenuProps) {
  let openedMs = 0;
  let pressedInside = false;
  // It opens when the button goes down, and finds its place a moment later: what the release meets was not chosen.
  const guard = (menu: HTMLElement) => {
    const capture = true;
    menu.addEventListener('pointerdown', () => (pressedInside = true), { capture });
    menu.addEventListener(
      'pointerup',
      (event) => !pressedInside && event.timeStamp - openedMs < pressMs && event.stopPropagation(),
      { capture },
    );
  };
  const opened = (open: boolean) => {
    openedMs = open ? performance.now() : openedMs;
    pressedInside = false;
  };
  return (
    <Kobalte.Root placement="bottom-end" gutter={8} modal={false} onOpenChange={opened}>
      <Kobalte.Trigger as={(given: object) => props.trigger(given)} />
      <Kobalte.Portal>
        <Kobalte.Content class="menu menu--floating" ref={guard}>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

type MenuItemProps = {
  icon?: IconName;
  danger?: boolean;
  /** The key that does the same without the menu. */
  shortcut?: string | undefined;
  onSelect: () => void;
  children: JSX.Element;
};

export function MenuItem(props: MenuItemProps) {
  return (
    <Kobalte.Item
      class="menu__item"
      classList={{ 'menu__item--danger': props.danger }}
      aria-keyshortcuts={props.shortcut}
      onSelect={() => props.onSelect()}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </Kobalte.Item>
  );
}

type MenuChoiceProps<T extends string> = {
  label: string;
  value: T;
  onValue: (value: T) => void;
  choices: { value: T; label: string }[];
};

/** One of a few inside a menu; the menu stays open. */
export function MenuChoice<T extends string>(props: MenuChoiceProps<T>) {
  return (
    <Kobalte.RadioGroup
      value={props.value}
      onChange={(value: string) => {
        const chosen = props.choices.find((choice) => choice.value === value);
        if (chosen) props.onValue(chosen.value);
      }}
    >
      <Kobalte.GroupLabel class="menu__label">{props.label}</Kobalte.GroupLabel>
      <For each={props.choices}>
        {(choice) => (
          <Kobalte.RadioItem class="menu__item" value={choice.value} closeOnSelect={false}>
            <span class="grow">{choice.label}</span>
            <Kobalte.ItemIndicator>
              <Icon name="check" />
            </Kobalte.ItemIndicator>
          </Kobalte.RadioItem>
        )}
      </For>
    </Kobalte.RadioGroup>
  );
}

/** Items under words that say what they are about. */
export function MenuGroup(props: { head: JSX.Element; children: JSX.Element }) {
  return (
    <Kobalte.Group>
      <Kobalte.GroupLabel class="menu__who">{props.head}</Kobalte.GroupLabel>
      {props.children}
    </Kobalte.Group>
  );
}

export const MenuRule = () => <Kobalte.Separator class="menu__rule" />;
