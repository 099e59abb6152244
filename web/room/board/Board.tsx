import { Show, createEffect, createMemo, createSignal, on, onCleanup, onMount, untrack } from 'solid-js';
import type { BoardPage } from '../../../media/contracts/board.ts';
import { t } from '../../text/board.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/showToast.ts';
import type { Room } from '../createRoom.ts';
import { BoardMenu } from './BoardMenu.tsx';
import { BoardPages } from './BoardPages.tsx';
import type { BoardCanvas } from './canvas/mountCanvas.ts';
import { createImages, inWords } from './boardImages.ts';
import { createLook } from './createLook.ts';
import { createTurning } from './createTurning.ts';
import type { BoardTrouble } from './engine/BoardSync.ts';
import { openBoard } from './openBoard.ts';

type BoardProps = {
  room: Room;
  sessionId: string;
  userId: string;
  isMentor: boolean;
  /** This person opened it: their keyboard goes there. */
  focus: boolean;
  onClose: () => void;
};

/** The room's whiteboard (ROOM-9): pages and what concerns all above, Excalidraw below. */
export function Board(props: BoardProps) {
  const [canvas, setCanvas] = createSignal<BoardCanvas>();
  const [renaming, setRenaming] = createSignal<BoardPage>();
  const [highlighting, setHighlighting] = createSignal(false);
  const [failed, setFailed] = createSignal<{ error: unknown }>();
  const mentor = () => props.room.view.people.find(({ role }) => role === 'mentor');
  // Learners begin with what the mentor shows, until they move for themselves.
  const [following, setFollowing] = createSignal(untrack(mentor)?.userId);
  const board = untrack(() =>
    openBoard({
      client: props.room.client,
      ...{ sessionId: props.sessionId, userId: props.userId, isMentor: props.isMentor },
      onTrouble,
      onChanged: (elements) => canvas()?.apply(elements),
    }),
  );
  function onTrouble(trouble: BoardTrouble): void {
    showToast({ tone: 'warning', title: t(`board.trouble.${trouble}`) });
    // What is not kept is taken away again.
    if (trouble !== 'unreachable') canvas()?.open(board.elements(board.pageId()));
  }
  const images = createImages(untrack(() => props.sessionId));
  const look = createLook(() => board.readOnly());
  let place: HTMLDivElement | undefined;
  let closed = false;
  onMount(() => {
    void start().catch((error: unknown) => setFailed({ error }));
    onCleanup(() => {
      closed = true;
      canvas()?.close();
    });
  });
  async function start(): Promise<void> {
    const { mountCanvas } = await import('./canvas/mountCanvas.ts');
    if (!place || closed) return;
    const mounted = await mountCanvas(place, {
      ...{ look: untrack(look), images: inWords(images), focus: props.focus, onResize },
      acts: {
        onEdit: (elements, underHand) => (board.readOnly() ? elements : board.draw(elements, underHand)),
        onRelease: (ids) => canvas()?.apply(board.find(ids)),
        onUnfit: () => onTrouble('refused'),
        onSettle: board.settle,
        onPointer: board.point,
        // Only the mentor's view is followed.
        onView: (view) => props.isMentor && board.see(view),
        onHighlight: setHighlighting,
      },
    });
    if (closed) return mounted.close();
    setCanvas(mounted);
  }
  function onResize(): void {
    const shown = canvas();
    if (props.isMentor && shown) board.see(shown.view());
    else lookWithLeader();
  }
  const turnTo = createTurning();
  createEffect(
    on([canvas, board.pageId], ([shown, page]) => {
      if (!shown) return;
      turnTo(shown, page, board.elements(page));
      lookWithLeader();
      board.see(shown.view());
    }),
  );
  createEffect(on(look, (next) => canvas()?.setLook(next), { defer: true }));
  const here = () => board.people().filter(({ pageId }) => pageId === board.pageId());
  createEffect(() => canvas()?.setPeople(here()));
  function lookWithLeader(): void {
    const leader = board.people().find(({ userId }) => userId === following());
    const shown = canvas();
    if (!leader || !shown) return;
    if (leader.pageId !== untrack(board.pageId)) board.showPage(leader.pageId);
    if (leader.view) shown.lookAt(leader.view);
  }
  createEffect(lookWithLeader);
  // After a drop one draws on; what is said of that stands above.
  const wasReady = createMemo((was: boolean) => was || board.ready(), false);
  const stopFollowing = () => setFollowing(undefined);

  return (
    <Show when={!failed()} fallback={<Failed error={failed()?.error} />}>
      <header class="board__bar">
        <BoardPages
          board={board}
          renaming={renaming()}
          onRenamed={() => setRenaming(undefined)}
          onPage={stopFollowing}
        />
        <Show when={!board.readOnly()}>
          <div class="board__tools">
            <IconButton
              icon="highlighter"
              size="sm"
              label={t('board.highlighter')}
              aria-pressed={highlighting()}
              onClick={() => canvas()?.highlight()}
            />
            <IconButton icon="note" size="sm" label={t('board.note')} onClick={() => canvas()?.addNote()} />
          </div>
        </Show>
        <span class="board__notes" role="status">
          <Show when={props.room.view.state === 'reconnecting'}>
            <span>{t('board.offline')}</span>
          </Show>
          <Show when={board.readOnly()}>
            <span>{t('board.locked')}</span>
          </Show>
          <Show when={following() !== undefined && mentor()}>
            {(one) => <span>{t('board.following', { name: one().name })}</span>}
          </Show>
        </span>
        <BoardMenu
          board={board}
          canvas={canvas()}
          images={images}
          isMentor={props.isMentor}
          mentor={mentor()}
          following={following()}
          onFollow={setFollowing}
          onRename={setRenaming}
        />
        <IconButton icon="x-mark" size="sm" label={t('board.close')} onClick={() => props.onClose()} />
      </header>
      <div
        class="board-canvas"
        ref={(element) => {
          place = element;
          onOwnMove(element, stopFollowing);
        }}
      />
      <Show when={!canvas() || !board.ready()}>
        <p class="board__state" role="status" hidden={canvas() !== undefined && wasReady()}>
          {t('board.loading')}
        </p>
      </Show>
    </Show>
  );
}

/** Somebody moves for themselves. Excalidraw keeps some events to itself, so they are met on their way in. */
function onOwnMove(place: HTMLElement, moves: () => void): void {
  const capture = true;
  for (const name of ['wheel', 'pointerdown'] as const) place.addEventListener(name, moves, { capture });
  place.addEventListener('keydown', ({ key }) => key !== 'Tab' && moves(), { capture });
}

/** Lets the boundary around the board say so. */
function Failed(props: { error: unknown }): never {
  throw untrack(() => props.error);
}
