import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/iconNames.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { shownKey, type ShortcutKey } from './shortcuts.ts';

type ControlProps = {
  icon: IconName;
  /** One word under the icon. */
  word: string;
  /** Its name for screen readers, where the word does not say all. */
  name?: string | undefined;
  /** What a press does now. */
  label: string;
  shortcut: ShortcutKey;
  /** For a switch: whether it is on. */
  pressed?: boolean;
  look?: 'mic' | 'on' | 'off' | 'leave' | 'plain';
  onPress: () => void;
};

const looks = { mic: 'ctl--mic', on: 'is-on', off: 'is-off', leave: 'ctl--leave', plain: '' } as const;

/** One control of the bar: an icon over its word, a tip with its key. */
export function Control(props: ControlProps) {
  return (
    <Tooltip
      label={props.label}
      shortcut={shownKey(props.shortcut)}
      trigger={(given) => (
        <button
          {...given}
          type="button"
          class={`ctl ${looks[props.look ?? 'plain']}`}
          aria-pressed={props.pressed}
          aria-label={props.name ?? (props.pressed === undefined ? props.label : props.word)}
          aria-keyshortcuts={shownKey(props.shortcut)}
          onClick={() => props.onPress()}
        >
          <span class="ctl__i">
            <Icon name={props.icon} />
          </span>
          <span class="ctl__t">{props.word}</span>
        </button>
      )}
    />
  );
}
