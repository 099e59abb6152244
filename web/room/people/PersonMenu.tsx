import { Show } from 'solid-js';
import type { ModerationAct, PeerView } from '../../../media/contracts/signalling.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { t } from '../../text/people.ts';

type MenuProps = {
  person: PeerView;
  isMentor: boolean;
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  onAct: (act: Exclude<ModerationAct, 'remove'>) => void;
  onRemove: () => void;
  onReport: () => void;
};

/** What can be done about someone; the node decides whether it may (ROOM-16). */
export function PersonMenu(props: MenuProps) {
  return (
    <Menu
      trigger={(given) => (
        <button
          {...given}
          type="button"
          class="btn btn--ghost btn--icon btn--sm"
          aria-label={t('people.menu.open', { name: props.person.name })}
        >
          <Icon name="ellipsis-horizontal" />
        </button>
      )}
    >
      <Show when={props.isMentor}>
        <Show when={props.microphone}>
          <MenuItem icon="microphone-slash" onSelect={() => props.onAct('mute')}>
            {t('people.menu.mute')}
          </MenuItem>
        </Show>
        <Show when={props.camera}>
          <MenuItem icon="video-camera-slash" onSelect={() => props.onAct('stopCamera')}>
            {t('people.menu.stopCamera')}
          </MenuItem>
        </Show>
        <Show when={props.screen}>
          <MenuItem icon="computer-desktop" onSelect={() => props.onAct('stopScreen')}>
            {t('people.menu.stopScreen')}
          </MenuItem>
        </Show>
        <Show when={props.person.hand !== null}>
          <MenuItem icon="hand-raised" onSelect={() => props.onAct('lowerHand')}>
            {t('people.menu.lowerHand')}
          </MenuItem>
        </Show>
      </Show>
      <MenuItem icon="flag" onSelect={() => props.onReport()}>
        {t('people.menu.report')}
      </MenuItem>
      <Show when={props.isMentor && props.person.role === 'learner'}>
        <MenuItem icon="user-minus" danger onSelect={() => props.onRemove()}>
          {t('people.menu.remove')}
        </MenuItem>
      </Show>
    </Menu>
  );
}
