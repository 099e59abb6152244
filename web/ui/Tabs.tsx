import * as Kobalte from '@kobalte/core/tabs';
import { For, type JSX } from 'solid-js';

type TabsProps<T extends string> = {
  label: string;
  value: T;
  onValue: (value: T) => void;
  tabs: { value: T; label: string; count?: JSX.Element; content: () => JSX.Element }[];
};

export function Tabs<T extends string>(props: TabsProps<T>) {
  return (
    <Kobalte.Root
      value={props.value}
      onChange={(value: string) => {
        const chosen = props.tabs.find((tab) => tab.value === value);
        if (chosen) props.onValue(chosen.value);
      }}
    >
      <Kobalte.List class="tabs" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <Kobalte.Trigger class="tab" value={tab.value}>
              {tab.label}
              {tab.count}
            </Kobalte.Trigger>
          )}
        </For>
      </Kobalte.List>
      <For each={props.tabs}>
        {(tab) => (
          <Kobalte.Content class="tab-content" value={tab.value}>
            {tab.content()}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte.Root>
  );
}
