import { Match, Switch, createEffect, createSignal, on, onCleanup, onMount, untrack } from 'solid-js';
import { t } from '../../text/board.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { createImages } from './boardImages.ts';
import type { BoardCanvas } from './canvas/mountCanvas.ts';
import { createLook } from './createLook.ts';
import { createPages, firstPage } from './createPages.ts';
import { BoardTimeline } from './engine/BoardTimeline.ts';
import { loadKept } from './loadKept.ts';
import { PageSelect } from './PageSelect.tsx';
import { SaveItems } from './SaveItems.tsx';

type KeptProps = {
  sessionId: string;
  /**
   * The moment to show, in milliseconds since 1970, as the room's logs count: it may go on, forth and back, and the page
   * is shown on which something is done. Without it the board stands as it was at the end.
   */
  atMs?: number | undefined;
};

/** A lesson's whiteboard after it, to look at and to take away (ROOM-9, ROOM-17). Brings Excalidraw: import it when it is shown. */
export default function KeptBoard(props: KeptProps) {
  const [canvas, setCanvas] = createSignal<BoardCanvas>();
  const kept = createKept(untrack(() => ({ sessionId: props.sessionId, replays: props.atMs !== undefined })));
  const { timeline, pages } = kept;
  const images = createImages(untrack(() => props.sessionId));
  const look = createLook(() => true);
  const place = useCanvas({ images, look, onResize: fit }, setCanvas, kept.fail);
  /** Shows all that ever lay on the page, so that a replay need not look elsewhere. */
  function fit(): void {
    const ever = untrack(kept.whole) ? timeline.ever(untrack(pages.pageId)) : [];
    if (ever.length > 0) untrack(canvas)?.fit(ever);
  }

  createEffect(
    on([() => props.atMs, kept.parts, canvas], ([atMs, , shown]) => {
      const changed = timeline.goTo(atMs ?? Infinity);
      if (changed.length === 0) return;
      pages.update(timeline.pages(), timeline.has(`p:${firstPage.id}`));
      const last = timeline.lastPageId;
      if (atMs !== undefined && pages.pages().some(({ id }) => id === last))
        pages.showPage(last ?? firstPage.id);
      const page = pages.pageId();
      shown?.apply(
        changed.flatMap((item) => (item.kind === 'element' && item.pageId === page ? [item.element] : [])),
      );
    }),
  );
  createEffect(on([canvas, pages.pageId], ([shown, page]) => shown?.open(timeline.elements(page))));
  createEffect(on([canvas, pages.pageId, kept.whole], fit));
  createEffect(on(look, (next) => canvas()?.setLook(next), { defer: true }));
  const board = {
    pages: pages.pages,
    pageId: pages.pageId,
    elements: (page: string) => timeline.elements(page),
  };

  return (
    <div class="board kept-board">
      <header class="board__bar">
        <PageSelect pages={pages.pages()} pageId={pages.pageId()} onPage={pages.showPage} />
        <span class="board__notes" />
        <Menu
          trigger={(given) => (
            <IconButton {...given} icon="arrow-down-tray" size="sm" label={t('board.kept.save')} />
          )}
        >
          <SaveItems canvas={canvas()} board={board} />
        </Menu>
      </header>
      <div class="board-canvas" ref={place} data-board="" />
      <Switch>
        <Match when={kept.failed()}>
          <div class="board__state" role="alert">
            <p>{t('board.failed')}</p>
            <Button size="sm" onClick={() => void kept.load()}>
              {t('board.retry')}
            </Button>
          </div>
        </Match>
        <Match when={!kept.whole()}>
          <p class="board__state" role="status">
            {t('board.loading')}
          </p>
        </Match>
      </Switch>
    </div>
  );
}

/** What is known of a kept board, as it comes. */
function createKept({ sessionId, replays }: { sessionId: string; replays: boolean }) {
  const timeline = new BoardTimeline();
  const pages = createPages();
  const [parts, setParts] = createSignal(0);
  const [whole, setWhole] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  const closing = new AbortController();
  onCleanup(() => closing.abort());
  async function load(): Promise<void> {
    setFailed(false);
    timeline.clear();
    try {
      for await (const part of loadKept(sessionId, replays ? 'all' : 'last', closing.signal)) {
        timeline.add(part);
        setParts((count) => count + 1);
      }
      setWhole(true);
    } catch {
      setFailed(true);
    }
  }
  onMount(() => void load());
  return { timeline, pages, parts, whole, failed, load, fail: () => setFailed(true) };
}

type CanvasOptions = {
  images: ReturnType<typeof createImages>;
  look: ReturnType<typeof createLook>;
  onResize: () => void;
};

/** @returns what takes the element in which Excalidraw is to stand */
function useCanvas(
  { images, look, onResize }: CanvasOptions,
  onReady: (canvas: BoardCanvas) => void,
  onFailed: () => void,
) {
  let place: HTMLDivElement | undefined;
  let closed = false;
  let mounted: BoardCanvas | undefined;
  async function start(): Promise<void> {
    const { mountCanvas } = await import('./canvas/mountCanvas.ts');
    if (!place || closed) return;
    mounted = await mountCanvas(place, { look: untrack(look), focus: false, images, onResize });
    if (closed) mounted.close();
    else onReady(mounted);
  }
  onMount(() => {
    void start().catch(onFailed);
    // The page scrolls on: what is only looked at does not keep the wheel, unless it zooms.
    place?.addEventListener('wheel', (event) => !event.ctrlKey && event.stopPropagation(), { capture: true });
    onCleanup(() => {
      closed = true;
      mounted?.close();
    });
  });
  return (element: HTMLDivElement) => (place = element);
}
