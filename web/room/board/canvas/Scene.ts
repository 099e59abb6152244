import { CaptureUpdateAction } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { boardElement, type BoardElement } from '../../../../media/contracts/board.ts';
import { byIndex } from '../engine/onBoard.ts';
import { packElement } from '../engine/packElement.ts';
import { restored, type SceneElement } from './restored.ts';

type AppState = ReturnType<ExcalidrawImperativeAPI['getAppState']>;
export type SceneActs = {
  /** @returns the elements as they stand now, of which some may have become newer than they were drawn */
  onEdit?: (elements: BoardElement[], underHand: boolean) => BoardElement[];
  /** Others changed these elements while they were in hand; they may be shown now. */
  onRelease?: (ids: string[]) => void;
  /** Something was put there that no board can hold, as a frame that shows another site. */
  onUnfit?: () => void;
};

type Stamp = Pick<BoardElement, 'version' | 'versionNonce' | 'isDeleted'>;
const stampOf = ({ version, versionNonce, isDeleted }: Stamp): Stamp => ({
  version,
  versionNonce,
  isDeleted,
});
/** A replay takes things away again, and brings them back, in states that they had before. */
const same = (one: Stamp, other: Stamp | undefined) =>
  one.version === other?.version &&
  one.versionNonce === other.versionNonce &&
  one.isDeleted === other.isDeleted;

/** Keeps what Excalidraw shows and what we know of the page the same, in both directions. */
export class Scene {
  readonly #api: ExcalidrawImperativeAPI;
  readonly #acts: SceneActs;
  /** Of each element, the state that we gave or took. */
  readonly #seen = new Map<string, Stamp>();
  /** What others changed of what is in hand. */
  readonly #heldBack = new Set<string>();

  constructor(api: ExcalidrawImperativeAPI, acts: SceneActs = {}) {
    this.#api = api;
    this.#acts = acts;
  }

  /** Shows another page. What was done on the one before is no longer undone here. */
  open(elements: readonly BoardElement[]): void {
    this.#seen.clear();
    this.#heldBack.clear();
    this.#show(restored(elements));
    // Its declaration refers to a private member of another class.
    const history: { clear: () => void } = this.#api.history;
    history.clear();
  }

  /** Shows what others changed; what this person has in hand stays until they let go. No undo of ours undoes it. */
  apply(changed: readonly BoardElement[]): void {
    const inHand = idsInHand(this.#api.getAppState());
    const all = this.#api.getSceneElementsIncludingDeleted();
    const known = new Map(all.map((element) => [element.id, element]));
    const fresh = changed.filter((element) => {
      const own = known.get(element.id);
      if (inHand.has(element.id)) this.#heldBack.add(element.id);
      if (inHand.has(element.id) || (!own && element.isDeleted)) return false;
      if (!own) return true;
      // What was changed here a moment ago is about to be told, and then stands above it.
      return same(own, this.#seen.get(element.id)) && !same(own, element);
    });
    if (fresh.length === 0) return;
    const gone = fresh.filter(({ isDeleted }) => isDeleted);
    const shown = new Map(restored(fresh.filter(({ isDeleted }) => !isDeleted)).map((one) => [one.id, one]));
    for (const { id, version, versionNonce } of gone) {
      const own = known.get(id);
      if (own) shown.set(own.id, { ...own, isDeleted: true, version, versionNonce });
    }
    const kept = all.map((element) => shown.get(element.id) ?? element);
    const added = [...shown.values()].filter(({ id }) => !known.has(id));
    const next = [...kept, ...added];
    this.#show(added.length > 0 || moved(fresh, known) ? next.sort(byIndex) : next);
  }

  /** Excalidraw's elements, after each change of anything. */
  changed(elements: readonly SceneElement[], state: AppState): void {
    this.#takeEdits(elements, state);
    if (this.#heldBack.size === 0 || idsInHand(state).size > 0) return;
    const ids = [...this.#heldBack];
    this.#heldBack.clear();
    queueMicrotask(() => this.#acts.onRelease?.(ids));
  }

  #takeEdits(elements: readonly SceneElement[], state: AppState): void {
    const all = this.#edited(elements).map((element) => ({ element, packed: packElement(plain(element)) }));
    const edits = all.filter(({ packed }) => boardElement.safeParse(packed).success);
    const isUnfit = all.some((edit) => !edit.packed.isDeleted && !edits.includes(edit));
    if (isUnfit) queueMicrotask(() => this.#acts.onUnfit?.());
    if (edits.length === 0) return;
    const underHand = state.cursorButton === 'down' || state.editingTextElement !== null;
    const packed = edits.map((edit) => edit.packed);
    const stand = this.#acts.onEdit?.(packed, underHand) ?? packed;
    for (const [at, { version, versionNonce }] of stand.entries()) {
      const element = edits[at]?.element;
      if (!element || (element.version === version && element.versionNonce === versionNonce)) continue;
      Object.assign(element, { version, versionNonce });
      this.#seen.set(element.id, stampOf(element));
    }
  }

  /** Those that are not as we gave or took them. */
  #edited(elements: readonly SceneElement[]): SceneElement[] {
    return elements.filter((element) => {
      const seen = this.#seen.get(element.id);
      if (same(element, seen)) return false;
      this.#seen.set(element.id, stampOf(element));
      // A click that drew nothing leaves something that was never there.
      return seen !== undefined || !element.isDeleted;
    });
  }

  #show(elements: SceneElement[]): void {
    for (const element of elements) this.#seen.set(element.id, stampOf(element));
    this.#api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
  }
}

const plain = (element: SceneElement) => ({ ...element }) as unknown as BoardElement;

function idsInHand(state: AppState): Set<string> {
  const { newElement, resizingElement, editingTextElement, multiElement } = state;
  const ids = [newElement, resizingElement, editingTextElement, multiElement].flatMap((one) =>
    one ? [one.id] : [],
  );
  if (state.selectedElementsAreBeingDragged) ids.push(...Object.keys(state.selectedElementIds));
  return new Set(ids);
}

const moved = (fresh: readonly BoardElement[], known: Map<string, SceneElement>) =>
  fresh.some(({ id, index, isDeleted }) => !isDeleted && known.get(id)?.index !== index);
