import { For, Show, createSignal, type JSX } from 'solid-js';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/iconNames.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { t } from '../text/devices.ts';
import { shownKey, type ShortcutKey } from './shortcuts.ts';

/** Something that the bar has no place for, or needs seldom. */
export type MoreEntry = {
  icon: IconName;
  label: string;
  shortcut?: ShortcutKey;
  onSelect: () => void;
};

/** The rest: a menu beside the other controls, and on phones a sheet that also has the controls that found no place. */
export function MoreControls(props: { entries: MoreEntry[]; narrow: boolean; children?: JSX.Element }) {
  const [open, setOpen] = createSignal(false);
  function select(entry: MoreEntry): void {
    setOpen(false);
    // After the focus is back at the button: a dialog that opens now returns it there.
    queueMicrotask(() => entry.onSelect());
  }
  return (
    <Show
      when={props.narrow}
      fallback={
        <Menu trigger={(given) => <MoreButton given={given} />}>
          <For each={props.entries}>
            {(entry) => (
              <MenuItem icon={entry.icon} shortcut={keyOf(entry)} onSelect={() => entry.onSelect()}>
                <EntryWords {...entry} />
              </MenuItem>
            )}
          </For>
        </Menu>
      }
    >
      <MoreButton given={{ 'aria-haspopup': 'dialog', onClick: () => setOpen(true) }} />
      <Sheet open={open()} onOpenChange={setOpen} title={t('more.title')}>
        {/* What is pressed here shows behind it. */}
        <div class="room-more" onClick={(event) => event.target.closest('button') && setOpen(false)}>
          <div class="room-more__controls">{props.children}</div>
          <For each={props.entries}>
            {(entry) => (
              <button
                type="button"
                class="menu__item"
                aria-keyshortcuts={keyOf(entry)}
                onClick={() => select(entry)}
              >
                <Icon name={entry.icon} />
                <EntryWords {...entry} />
              </button>
            )}
          </For>
        </div>
      </Sheet>
    </Show>
  );
}

function MoreButton(props: { given: object }) {
  return (
    <button {...props.given} type="button" class="ctl" aria-label={t('more.label')}>
      <span class="ctl__i">
        <Icon name="ellipsis-horizontal" />
      </span>
      <span class="ctl__t">{t('more.word')}</span>
    </button>
  );
}

const keyOf = ({ shortcut }: MoreEntry) => shortcut && shownKey(shortcut);

function EntryWords(props: MoreEntry) {
  return (
    <>
      <span class="grow">{props.label}</span>
      <Show when={keyOf(props)}>
        {(key) => (
          <kbd aria-hidden="true" class="not-phone">
            {key()}
          </kbd>
        )}
      </Show>
    </>
  );
}
