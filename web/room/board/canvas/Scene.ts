import { CaptureUpdateAction } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { boardElement, type BoardElement } from '../../../../media/contracts/board.ts';
import { byIndex } from '../engine/onBoard.ts';
import { packElement } from '../engine/packElement.ts';
import { restored, type SceneElement } from './restored.ts';

type AppState = ReturnType<ExcalidrawImperativeAPI['getAppState']>;
/** @returns the elements as they stand now, of which some may have become newer than they were drawn */
export type OnEdit = (elements: BoardElement[], underHand: boolean) => BoardElement[];

const stampOf = ({ version, versionNonce }: Pick<BoardElement, 'version' | 'versionNonce'>) =>
  `${version} ${versionNonce}`;

/** Keeps what Excalidraw shows and what we know of the page the same, in both directions. */
export class Scene {
  readonly #api: ExcalidrawImperativeAPI;
  readonly #onEdit: OnEdit | undefined;
  /** Of each element, the state that we gave or took. */
  readonly #seen = new Map<string, string>();

  constructor(api: ExcalidrawImperativeAPI, onEdit?: OnEdit) {
    this.#api = api;
    this.#onEdit = onEdit;
  }

  /** Shows another page. What was done on the one before is no longer undone here. */
  open(elements: readonly BoardElement[]): void {
    this.#seen.clear();
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
      if (inHand.has(element.id) || (!own && element.isDeleted)) return false;
      if (!own) return true;
      // What was changed here a moment ago is about to be told, and then stands above it.
      const isTold = this.#seen.get(element.id) === stampOf(own);
      return isTold && stampOf(own) !== stampOf(element);
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
    const edited = elements.filter((element) => {
      const stamp = stampOf(element);
      if (this.#seen.get(element.id) === stamp) return false;
      const isNew = !this.#seen.has(element.id);
      this.#seen.set(element.id, stamp);
      // A click that drew nothing leaves something that was never there.
      return !(isNew && element.isDeleted) && boardElement.safeParse(packElement(plain(element))).success;
    });
    if (edited.length === 0) return;
    const underHand = state.cursorButton === 'down' || state.editingTextElement !== null;
    const packed = edited.map((element) => packElement(plain(element)));
    const stand = this.#onEdit?.(packed, underHand) ?? packed;
    for (const [at, { version, versionNonce }] of stand.entries()) {
      const element = edited[at];
      if (!element || (element.version === version && element.versionNonce === versionNonce)) continue;
      Object.assign(element, { version, versionNonce });
      this.#seen.set(element.id, stampOf(element));
    }
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
