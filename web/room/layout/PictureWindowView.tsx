import './picture-window.css';
import { Show, onCleanup, onMount, untrack } from 'solid-js';
import { Portal } from 'solid-js/web';
import { Avatar } from '../../ui/Avatar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/iconNames.ts';
import type { TileKey } from '../arrangeStage.ts';
import type { Room } from '../createRoom.ts';
import { Video } from '../Video.tsx';
import { watchTile } from '../watchTile.ts';
import type { PictureWindow } from './createPictureWindow.ts';
import type { Shown } from './createShown.ts';
import { tileFacts, type Me } from './tileFacts.ts';
import { t } from '../../text/room.ts';

type ViewProps = {
  room: Room;
  me: Me;
  pictureWindow: PictureWindow;
  shown: Shown;
  onMicrophone: () => void;
  onCamera: () => void;
  onLeave: () => void;
};

/** What the window of picture in picture shows: the main picture, its name, and what one needs at hand. */
export function PictureWindowView(props: ViewProps) {
  return (
    <Show when={props.pictureWindow.view()} keyed>
      {(view) => (
        <Portal mount={view.document.body}>
          <div class="picture-window__in">
            <Show when={props.pictureWindow.tile()} keyed>
              {(tile) => <Picture {...props} tile={tile} />}
            </Show>
            <Controls {...props} />
          </div>
        </Portal>
      )}
    </Show>
  );
}

function Picture(props: ViewProps & { tile: TileKey }) {
  let figure: HTMLElement | undefined;
  const facts = untrack(() => tileFacts(props.room, props.me, props.tile));
  onMount(() => {
    const { peerId, source } = facts;
    if (peerId === undefined || !figure) return;
    const stop = watchTile(figure, (tile) => props.shown('window', peerId, source, tile));
    onCleanup(() => {
      stop();
      props.shown('window', peerId, source, null);
    });
  });
  return (
    <figure
      ref={(element) => (figure = element)}
      class="picture-window__picture"
      classList={{ 'is-speaking': facts.speaking }}
    >
      <span class="tile__face">
        <Avatar name={facts.name} id={facts.personId} picture={facts.pictureUrl} size={72} />
      </span>
      <Show when={facts.track ?? facts.holding}>
        <Video track={facts.track} mirrored={facts.own && facts.source === 'camera'} source={facts.source} />
      </Show>
      <figcaption class="tile__name">
        <Show when={facts.muted}>
          <Icon name="microphone-slash" size={16} label={t('stage.muted')} />
        </Show>
        <span class="truncate">{facts.name}</span>
      </figcaption>
    </figure>
  );
}

function Controls(props: ViewProps) {
  const local = () => props.room.view.local;
  const speaks = () => local().microphone?.paused === false;
  const films = () => local().camera !== undefined;
  return (
    <nav class="picture-window__bar" aria-label={t('bar.label')}>
      <Press
        icon={speaks() ? 'microphone' : 'microphone-slash'}
        label={t('bar.microphone')}
        pressed={speaks()}
        onPress={() => props.onMicrophone()}
      />
      <Press
        icon={films() ? 'video-camera' : 'video-camera-slash'}
        label={t('bar.camera')}
        pressed={films()}
        onPress={() => props.onCamera()}
      />
      <Press icon="phone-x-mark" label={t('bar.leaveLong')} leaves onPress={() => props.onLeave()} />
    </nav>
  );
}

type PressProps = {
  icon: IconName;
  label: string;
  pressed?: boolean;
  leaves?: boolean;
  onPress: () => void;
};

function Press(props: PressProps) {
  return (
    <button
      type="button"
      class="ctl ctl--dark"
      classList={{ 'is-off': props.pressed === false, 'ctl--leave': props.leaves }}
      aria-pressed={props.pressed}
      aria-label={props.label}
      title={props.label}
      onClick={() => props.onPress()}
    >
      <span class="ctl__i">
        <Icon name={props.icon} />
      </span>
    </button>
  );
}
