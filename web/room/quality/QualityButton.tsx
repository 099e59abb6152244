import { t } from '../../text/quality.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import type { Room } from '../createRoom.ts';
import { shownKey, useShortcuts } from '../shortcuts.ts';
import { describeQuality } from './describeQuality.ts';
import { ownQuality } from './ownQuality.ts';
import { Bars } from './QualityMark.tsx';

type ButtonProps = { room: Room; open: boolean; onOpen: (open: boolean) => void };

/** The own connection in the top bar; opens what was measured (ROOM-15). */
export function QualityButton(props: ButtonProps) {
  const quality = () => ownQuality(props.room);
  const word = () => {
    if (props.room.quality.choice() === 'audio') return t('quality.audioOnly');
    const level = quality()?.level;
    return level ? t(`quality.level.${level}`) : t('quality.unknown');
  };
  /** The word that is seen is part of the name. */
  const name = () => {
    const words = describeQuality(quality());
    return props.room.quality.choice() === 'audio' ? `${word()}; ${words}` : words;
  };
  const toggle = () => props.onOpen(!props.open);
  useShortcuts({ Q: toggle });
  return (
    <Tooltip
      label={describeQuality(quality())}
      shortcut={shownKey('Q')}
      placement="bottom"
      trigger={(given) => (
        <button
          {...given}
          type="button"
          class="btn btn--ghost btn--sm quality-button"
          aria-expanded={props.open}
          aria-keyshortcuts={shownKey('Q')}
          aria-label={t('quality.open', { word: name() })}
          onClick={toggle}
        >
          <Bars quality={quality()} />
          <span class="not-phone">{word()}</span>
        </button>
      )}
    />
  );
}
