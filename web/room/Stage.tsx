import { For, Show, onCleanup, onMount, untrack } from 'solid-js';
import { boardTile, ownerOf, type TileKey } from './arrangeStage.ts';
import { BoardTile } from './board/BoardTile.tsx';
import type { RoomBoard } from './board/createBoard.ts';
import type { Room } from './createRoom.ts';
import type { Bars } from './layout/createBars.ts';
import type { RoomLayout } from './layout/createLayout.ts';
import type { PictureWindow } from './layout/createPictureWindow.ts';
import type { Shown } from './layout/createShown.ts';
import { createStill } from './layout/createStill.ts';
import { nearestCorner } from './layout/nearestCorner.ts';
import { Pager } from './layout/Pager.tsx';
import { tileFacts, type Me } from './layout/tileFacts.ts';
import { TileTools } from './layout/TileTools.tsx';
import { watchBoxes } from './layout/watchBoxes.ts';
import { watchGestures } from './layout/watchGestures.ts';
import { Signs } from './people/Signs.tsx';
import { QualitySigns } from './quality/QualitySigns.tsx';
import { t } from '../text/room.ts';
import { Tile } from './Tile.tsx';

type StageProps = {
  room: Room;
  layout: RoomLayout;
  bars: Bars;
  shown: Shown;
  pictureWindow: PictureWindow;
  /** This page's person. */
  me: Me;
  isMentor: boolean;
  sessionId: string;
  board: RoomBoard;
};

/** Everyone's pictures, each in its place. */
export function Stage(props: StageProps) {
  let stage: HTMLElement | undefined;
  let free: HTMLElement | undefined;
  const still = createStill();
  const layout = untrack(() => props.layout);

  /** The small one of two becomes the large one, and a small screen takes the stage; elsewhere a tap is for the bars. */
  function tap(tile: TileKey | undefined): void {
    const small = tile !== undefined && layout.arrangement().placeOf(tile) !== 'main';
    if (small && layout.canSwap()) layout.swap();
    else if (small && tile.endsWith('/screen')) layout.togglePin(tile);
    else props.bars.tap();
  }
  onMount(() => {
    if (!stage || !free) return;
    onCleanup(watchBoxes(stage, free, layout.setBoxes));
    onCleanup(
      watchGestures(stage, {
        onTap: tap,
        onDoubleTap: layout.togglePin,
        onDrop: (middle) => layout.setCorner(nearestCorner(middle, layout.boxes().free)),
        onSwipe: layout.turnPage,
      }),
    );
  });
  return (
    <main
      ref={(element) => (stage = element)}
      id="main"
      class="room-stage"
      data-layout={layout.arrangement().layout}
      data-corner={layout.corner()}
      data-bleeds={layout.bleeds() ? '' : undefined}
      data-still={still() ? '' : undefined}
      style={{ '--above': `${layout.margins().above}px`, '--under': `${layout.margins().under}px` }}
      aria-label={t('stage.video')}
    >
      <div
        ref={(element) => (free = element)}
        class="room-stage__free"
        classList={{ 'has-pager': layout.arrangement().pages > 1 }}
      />
      <For each={layout.arrangement().tiles}>
        {(tile) => (
          <Show when={tile === boardTile} fallback={<StageTile {...props} tile={tile} />}>
            <BoardTile
              room={props.room}
              sessionId={props.sessionId}
              userId={props.me.id}
              isMentor={props.isMentor}
              place={layout.arrangement().placeOf(tile)}
              rect={layout.rects().get(tile)}
              focus={props.board.openedHere()}
              onClose={props.board.toggle}
            />
          </Show>
        )}
      </For>
      <Pager layout={layout} />
      <Show when={props.room.view.people.length === 0}>
        <div class="alone glass" role="status">
          <p class="h-card">{t(props.isMentor ? 'stage.alone' : 'stage.aloneLearner')}</p>
          <p class="muted">{t('stage.aloneText')}</p>
        </div>
      </Show>
    </main>
  );
}

function StageTile(props: StageProps & { tile: TileKey }) {
  const facts = untrack(() => tileFacts(props.room, props.me, props.tile));
  const { peerId, source } = facts;
  const place = () => props.layout.arrangement().placeOf(props.tile);
  return (
    <Tile
      {...facts}
      place={place()}
      rect={props.layout.rects().get(props.tile)}
      pinned={props.layout.pinned() === props.tile}
      signs={
        <Show when={source === 'camera'}>
          <Signs order={props.room.order} of={ownerOf(props.tile)} />
          <QualitySigns room={props.room} of={ownerOf(props.tile)} />
        </Show>
      }
      tools={
        <TileTools
          tile={props.tile}
          name={facts.name}
          place={place()}
          layout={props.layout}
          pictureWindow={props.pictureWindow}
        />
      }
      onShown={peerId === undefined ? undefined : (tile) => props.shown('stage', peerId, source, tile)}
    />
  );
}
