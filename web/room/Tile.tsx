import { Show, onCleanup, onMount, type JSX } from 'solid-js';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Place, TileKey } from './arrangeStage.ts';
import type { Rect } from './layout/placeTiles.ts';
import { t } from '../text/room.ts';
import { t as words } from '../text/layout.ts';
import type { ShownTile } from './roomTypes.ts';
import { Video } from './Video.tsx';
import { watchTile } from './watchTile.ts';

type TileProps = {
  tile: TileKey;
  name: string;
  personId: string;
  pictureUrl: string | null;
  place: Place;
  /** In CSS pixels; nothing while it is on another page. */
  rect: Rect | undefined;
  source: 'camera' | 'screen';
  track: MediaStreamTrack | undefined;
  /** Its picture is only lost on the way: the last one stays. */
  holding?: boolean;
  own?: boolean;
  muted?: boolean;
  speaking?: boolean;
  away?: boolean;
  pinned?: boolean;
  /** What the person shows of themselves: a raised hand, reactions. */
  signs?: JSX.Element;
  /** What can be done with the tile. */
  tools?: JSX.Element;
  /** Hears how large the tile is shown, so that no larger picture is sent than is seen. */
  onShown?: ((tile: ShownTile) => void) | undefined;
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
      [props.away, props.holding].includes(true) && 'tile--lost',
    ]
      .filter(Boolean)
      .join(' ');
  const at = () => {
    const { left = 0, top = 0, width = 0, height = 0 } = props.rect ?? {};
    return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
  };
  return (
    <figure
      ref={(element) => (figure = element)}
      class={look()}
      style={at()}
      hidden={props.place === 'away'}
      data-tile={props.tile}
      data-person={props.personId}
      data-source={props.source}
      data-pinned={props.pinned ? '' : undefined}
    >
      <Face {...props} />
      <Show when={props.track ?? props.holding}>
        <Video track={props.track} mirrored={props.own && props.source === 'camera'} source={props.source} />
      </Show>
      <Show when={props.away}>
        <p class="tile__state">
          <span>
            <Icon name="wifi" size={20} /> {t('stage.away')}
          </span>
        </p>
      </Show>
      {props.signs}
      {props.tools}
      <figcaption class="tile__name">
        <Show when={props.pinned}>
          <Icon name="bookmark-square" size={16} label={words('layout.pinned')} />
        </Show>
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

/** Stands where there is no picture, and until the first one has come. */
function Face(props: Pick<TileProps, 'name' | 'personId' | 'pictureUrl' | 'rect' | 'source'>) {
  const size = () => {
    const room = Math.min(props.rect?.width ?? 0, props.rect?.height ?? 0);
    return room > 280 ? 96 : room > 150 ? 72 : 48;
  };
  return (
    <Show when={props.source === 'camera'} fallback={<Icon name="computer-desktop" class="tile__face" />}>
      <span class="tile__face">
        <Avatar name={props.name} id={props.personId} picture={props.pictureUrl} size={size()} />
      </span>
    </Show>
  );
}
