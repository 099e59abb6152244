import { Show } from 'solid-js';
import { Icon } from '../../ui/Icon.tsx';
import { t } from '../../text/quality.ts';
import { self } from '../arrangeStage.ts';
import type { Room } from '../createRoom.ts';
import { ownQuality } from './ownQuality.ts';
import { QualityMark } from './QualityMark.tsx';

/** On a tile: how its person is connected, and that their picture does not get through. */
export function QualitySigns(props: { room: Room; of: string }) {
  const quality = () => (props.of === self ? ownQuality(props.room) : props.room.quality.of(props.of));
  return (
    <>
      <Show when={props.room.quality.isMissing(props.of)}>
        <p class="tile__issue">
          <Icon name="exclamation-triangle" size={16} />
          <span>{t('quality.issue')}</span>
        </p>
      </Show>
      <QualityMark quality={quality()} class="tile__quality" />
    </>
  );
}
