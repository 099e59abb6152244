import type { TileKey } from '../arrangeStage.ts';

type Point = { x: number; y: number };
type Gestures = {
  /** A tap or click that is no drag; nothing when it is beside all tiles. */
  onTap: (tile: TileKey | undefined) => void;
  onDoubleTap: (tile: TileKey) => void;
  /** A small picture was let go with its middle here, in pixels of the stage. */
  onDrop: (middle: Point) => void;
  onSwipe: (pages: 1 | -1) => void;
};

/** A hand trembles this much (CSS pixels). */
const stillPx = 6;
const swipePx = 48;

/** Hears what pointers do on the stage. @returns a function that stops it */
export function watchGestures(stage: HTMLElement, gestures: Gestures): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let pull: Pull | undefined;
  let moved = false;

  const press = (event: PointerEvent) => {
    moved = false;
    if (isControl(event) || event.button !== 0 || !event.isPrimary) return;
    pull = new Pull(event);
  };
  const move = (event: PointerEvent) => {
    if (pull?.follow(event)) moved = true;
  };
  const release = (event: PointerEvent) => {
    const drop = pull?.drop(stage);
    const turn = pull?.swipe(event);
    pull?.letGo();
    pull = undefined;
    if (drop) gestures.onDrop(drop);
    else if (turn) gestures.onSwipe(turn);
  };
  const cancel = () => {
    pull?.letGo();
    pull = undefined;
  };
  stage.addEventListener('pointerdown', press, { signal });
  stage.addEventListener('pointermove', move, { signal });
  stage.addEventListener('pointerup', release, { signal });
  stage.addEventListener('pointercancel', cancel, { signal });
  stage.addEventListener(
    'click',
    (event) => {
      // The second click of two belongs to the double click.
      if (!moved && !isControl(event) && event.detail <= 1) gestures.onTap(tileOf(event));
    },
    { signal },
  );
  stage.addEventListener(
    'dblclick',
    (event) => {
      const tile = tileOf(event);
      if (tile && !isControl(event)) gestures.onDoubleTap(tile);
    },
    { signal },
  );
  return () => stopped.abort();
}

/** One pointer that is down; it moves a small picture when it went down on one. */
class Pull {
  readonly #start: PointerEvent;
  readonly #over: HTMLElement | undefined;
  #moved = false;

  constructor(start: PointerEvent) {
    this.#start = start;
    const figure = figureOf(start);
    this.#over = figure?.classList.contains('tile--over') ? figure : undefined;
  }

  /** @returns whether this is more than a trembling hand */
  follow(event: PointerEvent): boolean {
    if (event.pointerId !== this.#start.pointerId) return false;
    const { x, y } = this.#way(event);
    if (!this.#moved && Math.hypot(x, y) < stillPx) return false;
    if (this.#over) {
      if (!this.#moved) this.#over.setPointerCapture(event.pointerId);
      this.#over.dataset.dragged = '';
      this.#over.style.translate = `${x}px ${y}px`;
    }
    this.#moved = true;
    return true;
  }

  /** @returns where the middle of the picture is now, on the stage */
  drop(stage: HTMLElement): Point | undefined {
    if (!this.#moved || !this.#over) return undefined;
    const [tile, area] = [this.#over.getBoundingClientRect(), stage.getBoundingClientRect()];
    return { x: tile.left + tile.width / 2 - area.left, y: tile.top + tile.height / 2 - area.top };
  }

  swipe(event: PointerEvent): 1 | -1 | undefined {
    const { x, y } = this.#way(event);
    const far = Math.abs(x) > swipePx && Math.abs(x) > 2 * Math.abs(y);
    if (this.#over || this.#start.pointerType !== 'touch' || !far) return undefined;
    return x < 0 ? 1 : -1;
  }

  letGo(): void {
    if (!this.#over) return;
    delete this.#over.dataset.dragged;
    this.#over.style.removeProperty('translate');
  }

  #way({ clientX, clientY }: PointerEvent): Point {
    return { x: clientX - this.#start.clientX, y: clientY - this.#start.clientY };
  }
}

const figureOf = ({ target }: Event) =>
  target instanceof Element ? (target.closest<HTMLElement>('figure[data-tile]') ?? undefined) : undefined;
const tileOf = (event: Event) => figureOf(event)?.dataset.tile as TileKey | undefined;
const isControl = ({ target }: Event) =>
  target instanceof Element && target.closest('button, a, [data-board]') !== null;
