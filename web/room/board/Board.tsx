import { Show, createEffect, createSignal, on, onCleanup, onMount, untrack } from 'solid-js';
import { locale } from '../../lib/locale.ts';
import { theme } from '../../shell/theme.ts';
import { t } from '../../text/board.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/showToast.ts';
import type { Room } from '../createRoom.ts';
import { createMedia } from '../layout/createMedia.ts';
import { BoardMenu } from './BoardMenu.tsx';
import { BoardPages } from './BoardPages.tsx';
import type { BoardCanvas, Look } from './canvas/mountCanvas.ts';
import { createImages } from './boardImages.ts';
import { openBoard } from './openBoard.ts';

type BoardProps = {
  room: Room;
  sessionId: string;
  userId: string;
  isMentor: boolean;
  onClose: () => void;
};

/** The room's whiteboard (ROOM-9): pages and what concerns all above, Excalidraw below. */
export function Board(props: BoardProps) {
  const [canvas, setCanvas] = createSignal<BoardCanvas>();
  const [failed, setFailed] = createSignal<{ error: unknown }>();
  const [following, setFollowing] = createSignal<string>();
  const board = untrack(() =>
    openBoard({
      client: props.room.client,
      ...{ sessionId: props.sessionId, userId: props.userId, isMentor: props.isMentor },
      onTrouble: (trouble) => showToast({ tone: 'warning', title: t(`board.trouble.${trouble}`) }),
      onChanged: (elements) => canvas()?.apply(elements),
    }),
  );
  const images = createImages(untrack(() => props.sessionId));
  const look = useLook(() => board.readOnly());
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
      ...{ look: untrack(look), images },
      onEdit: (elements, underHand) => (board.readOnly() ? elements : board.draw(elements, underHand)),
      onSettle: () => {
        board.settle();
        // What others did to it meanwhile was held back.
        canvas()?.apply(board.elements(board.pageId()));
      },
      // With the mentor's hand goes what they see, for who begins to follow.
      onPointer: (pointer) => board.point(pointer, props.isMentor ? canvas()?.view() : undefined),
      onView: (view) => following() === undefined && board.see(view),
    });
    if (closed) return mounted.close();
    setCanvas(mounted);
  }
  createEffect(on([canvas, board.pageId], ([shown, page]) => shown?.open(board.elements(page))));
  createEffect(on(look, (next) => canvas()?.setLook(next), { defer: true }));
  const here = () => board.people().filter(({ pageId }) => pageId === board.pageId());
  createEffect(() => canvas()?.setPeople(here()));
  createEffect(() => {
    const leader = board.people().find(({ userId }) => userId === following());
    const shown = canvas();
    if (!leader || !shown) return;
    if (leader.pageId !== untrack(board.pageId)) board.showPage(leader.pageId);
    if (leader.view) shown.lookAt(leader.view);
  });
  const mentor = () => props.room.view.people.find(({ role }) => role === 'mentor');
  const stopFollowing = () => setFollowing(undefined);

  return (
    <Show when={!failed()} fallback={<Failed error={failed()?.error} />}>
      <header class="board__bar">
        <BoardPages board={board} isMentor={props.isMentor} onPage={stopFollowing} />
        <span class="board__notes" role="status">
          <Show when={props.room.view.state === 'reconnecting'}>{t('board.offline')}</Show>
          <Show when={board.readOnly()}>{t('board.locked')}</Show>
          <Show when={following() !== undefined && mentor()}>
            {(one) => t('board.following', { name: one().name })}
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
        />
        <IconButton icon="x-mark" size="sm" label={t('board.close')} onClick={() => props.onClose()} />
      </header>
      <div
        class="board-canvas"
        ref={(element) => (place = element)}
        onWheel={stopFollowing}
        onPointerDown={stopFollowing}
      />
      <Show when={!canvas() || !board.ready()}>
        <p class="board__state" role="status" hidden={canvas() !== undefined}>
          {t('board.loading')}
        </p>
      </Show>
    </Show>
  );
}

function Failed(props: { error: unknown }): never {
  throw props.error;
}

function useLook(readOnly: () => boolean): () => Look {
  const dark = createMedia('(prefers-color-scheme: dark)');
  return () => ({
    locale: locale(),
    theme: theme() === 'dark' || (theme() === 'system' && dark()) ? 'dark' : 'light',
    readOnly: readOnly(),
  });
}
