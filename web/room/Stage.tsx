import { For, Show, createMemo } from 'solid-js';
import { arrangeStage, ownerOf, self, type TileKey } from './arrangeStage.ts';
import type { Room } from './createRoom.ts';
import { Signs } from './people/Signs.tsx';
import { QualitySigns } from './quality/QualitySigns.tsx';
import { t } from '../text/room.ts';
import { Tile } from './Tile.tsx';

type StageProps = {
  room: Room;
  /** This page's person. */
  me: { id: string; name: string };
  isMentor: boolean;
};

/** Everyone's pictures, each in its place. */
export function Stage(props: StageProps) {
  const view = () => props.room.view;
  const sharing = () => {
    const others = view().people.filter(({ id }) => view().received[id]?.screen);
    return [...(view().local.screen ? [self] : []), ...others.map(({ id }) => id)];
  };
  const arrangement = createMemo(() => arrangeStage({ people: view().people, sharing: sharing() }));
  return (
    <main
      id="main"
      class="room-stage"
      data-layout={arrangement().layout}
      style={{ '--across': arrangement().columns, '--down': arrangement().rows }}
      aria-label={t('stage.video')}
    >
      <For each={arrangement().tiles}>
        {(tile) => <StageTile {...props} tile={tile} place={arrangement().placeOf(tile)} />}
      </For>
      <Show when={view().people.length === 0}>
        <div class="alone glass" role="status">
          <p class="h-card">{t(props.isMentor ? 'stage.alone' : 'stage.aloneLearner')}</p>
          <p class="muted">{t('stage.aloneText')}</p>
        </div>
      </Show>
    </main>
  );
}

type StageTileProps = StageProps & {
  tile: TileKey;
  place: ReturnType<ReturnType<typeof arrangeStage>['placeOf']>;
};

function StageTile(props: StageTileProps) {
  const view = () => props.room.view;
  const source = () => (props.tile.endsWith('/screen') ? 'screen' : 'camera');
  const id = () => ownerOf(props.tile);
  const person = () => view().people.find((peer) => peer.id === id());
  const received = () => view().received[id()];
  /** One that is stopped shows nothing, not its last frame. */
  const picture = () => {
    const pictures = received()?.[source()];
    const isWanted = props.room.quality.choice() !== 'audio';
    return pictures?.paused || !isWanted ? undefined : pictures?.track;
  };
  const signs = () => (
    <Show when={source() === 'camera'}>
      <Signs order={props.room.order} of={id()} />
      <QualitySigns room={props.room} of={id()} />
    </Show>
  );
  return (
    <Show
      when={id() === self}
      fallback={
        <Tile
          name={
            source() === 'screen'
              ? t('stage.screenOf', { name: person()?.name ?? '' })
              : (person()?.name ?? '')
          }
          personId={person()?.userId ?? ''}
          place={props.place}
          source={source()}
          track={picture()}
          muted={source() === 'camera' && (received()?.microphone?.paused ?? true)}
          speaking={source() === 'camera' && view().speakerId === id()}
          away={person()?.connected === false}
          signs={signs()}
          onShown={(tile) => void props.room.client.showTrack(id(), source(), tile)}
        />
      }
    >
      <Tile
        own
        name={t(source() === 'screen' ? 'stage.yourScreen' : 'stage.you')}
        personId={props.me.id}
        place={props.place}
        source={source()}
        track={view().local[source()]?.track}
        muted={source() === 'camera' && (view().local.microphone?.paused ?? true)}
        speaking={source() === 'camera' && view().speakerId === props.room.peerId()}
        signs={signs()}
      />
    </Show>
  );
}
