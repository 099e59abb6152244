import { Show, type JSX } from 'solid-js';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { t } from '../../text/people.ts';

type RowProps = {
  name: string;
  /** What stands for the name in the list. */
  label?: string;
  userId: string;
  pictureUrl: string | null;
  role: PeerView['role'];
  away?: boolean;
  /** What flows from them. */
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  handPlace: number | undefined;
  /** How they are connected. */
  quality?: JSX.Element;
  /** What can be done about them. */
  menu?: JSX.Element;
};

/** One person of the room: who they are, what flows from them, whether they want to speak. */
export function PersonRow(props: RowProps) {
  return (
    <li class="person-row" data-person={props.userId}>
      <Avatar name={props.name} id={props.userId} picture={props.pictureUrl} size={32} />
      <span class="grow person-row__who">
        <span class="truncate">{props.label ?? props.name}</span>
        <Show when={props.role !== 'learner' || props.away}>
          <span class="caption">
            {props.away ? t('people.away') : t(props.role === 'admin' ? 'people.admin' : 'people.mentor')}
          </span>
        </Show>
      </span>
      <Show when={props.handPlace}>
        {(place) => (
          <Badge tone="accent" icon="hand-raised">
            <span class="sr-only">{t('people.hand.place', { place: place() })}</span>
            <span aria-hidden="true">{place()}</span>
          </Badge>
        )}
      </Show>
      {props.quality}
      <Show when={props.screen}>
        <Icon name="computer-desktop" size={20} label={t('people.sharing')} />
      </Show>
      <Icon
        name={props.microphone ? 'microphone' : 'microphone-slash'}
        size={20}
        label={t(props.microphone ? 'people.micOn' : 'people.micOff')}
      />
      <Icon
        name={props.camera ? 'video-camera' : 'video-camera-slash'}
        size={20}
        label={t(props.camera ? 'people.cameraOn' : 'people.cameraOff')}
      />
      <span class="person-row__menu">{props.menu}</span>
    </li>
  );
}
