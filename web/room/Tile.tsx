import { Show, onCleanup, onMount, type JSX } from 'solid-js';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Place } from './arrangeStage.ts';
import { t } from '../text/room.ts';
import type { ShownTile } from './roomTypes.ts';
import { Video } from './Video.tsx';
import { watchTile } from './watchTile.ts';

type TileProps = {
  name: string;
  personId: string;
  place: Place;
  source: 'camera' | 'screen';
  track: MediaStreamTrack | undefined;
  own?: boolean;
  muted?: boolean;
  speaking?: boolean;
  away?: boolean;
  /** What the person shows of themselves: a raised hand, reactions. */
  signs?: JSX.Element;
  /** Hears how large the tile is shown, so that no larger picture is sent than is seen. */
  onShown?: (tile: ShownTile) => void;
};

/** One person's picture, or their screen. */
export function Tile(props: TileProps) {
  let figure: HTMLElement | undefined;
  onMount(() => figure && onCleanup(watchTile(figure, (tile) => props.onShown?.(tile))));
  // One string: a class that changes would wipe what classList has set.
  const look = () =>
    [
      `tile tile--${props.place}`,
      props.source === 'screen' && 'tile--screen',
      props.speaking && 'is-speaking',
      !props.track && 'tile--off',
      props.away && 'tile--lost',
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <figure
      ref={(element) => (figure = element)}
      class={look()}
      data-person={props.personId}
      data-source={props.source}
    >
      <Show
        when={props.track}
        fallback={<Avatar name={props.name} id={props.personId} size={props.place === 'main' ? 96 : 48} />}
      >
        {(track) => (
          <Video
            track={track()}
            mirrored={props.own && props.source === 'camera'}
            fit={props.source === 'screen' ? 'contain' : 'cover'}
          />
        )}
      </Show>
      <Show when={props.away}>
        <p class="tile__state">
          <span>
            <Icon name="wifi" size={20} /> {t('stage.away')}
          </span>
        </p>
      </Show>
      {props.signs}
      <figcaption class="tile__name">
        <Show when={props.muted}>
          <Icon name="microphone-slash" size={16} label={t('stage.muted')} />
        </Show>
        <span class="truncate">{props.name}</span>
        <Show when={props.speaking}>
          <span class="talk" role="img" aria-label={t('stage.speaking')}>
            <i />
            <i />
            <i />
          </span>
        </Show>
      </figcaption>
    </figure>
  );
}
