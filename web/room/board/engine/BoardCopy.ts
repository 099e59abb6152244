import {
  keyOf,
  stampOf,
  supersedes,
  type BoardElement,
  type BoardItem,
  type BoardPage,
} from '../../../../media/contracts/board.ts';
import { elementsOf, pagesOf } from './onBoard.ts';

type Live = { item: BoardItem & { kind: 'element' }; userId: string; at: number };
const newer = (one: BoardItem, other: BoardItem | undefined) =>
  supersedes(one.kind, stampOf(one), other && stampOf(other));

/**
 * A board as this page knows it: what is kept for all, over it what was drawn here and is not known to be kept, and over
 * that what moves under other people's hands right now.
 */
export class BoardCopy {
  readonly #kept = new Map<string, BoardItem>();
  readonly #pending = new Map<string, BoardItem>();
  readonly #live = new Map<string, Live>();
  readonly #onChange: (keys: string[]) => void;

  constructor(onChange: (keys: string[]) => void) {
    this.#onChange = onChange;
  }

  /** What was drawn here and is not known to be kept, the oldest first. */
  get pending(): BoardItem[] {
    return [...this.#pending.values()];
  }

  /** The item's newest state, without what only moves under a hand. */
  settled(key: string): BoardItem | undefined {
    return this.#pending.get(key) ?? this.#kept.get(key);
  }

  /** As it is shown. */
  shown(key: string): BoardItem | undefined {
    return this.#live.get(key)?.item ?? this.settled(key);
  }

  /** The board's pages that are not removed, in their order. */
  pages(): BoardPage[] {
    return pagesOf(this.settledItems().values());
  }

  /** What is shown on a page, in the order in which it is drawn, without what was removed. */
  elements(pageId: string): BoardElement[] {
    const live = [...this.#live].map(([key, { item }]) => [key, item] as const);
    return elementsOf(new Map([...this.#kept, ...this.#pending, ...live]).values(), pageId);
  }

  /** Everything, removed things too, by key: equal in all copies that have heard of each other. */
  settledItems(): Map<string, BoardItem> {
    return new Map([...this.#kept, ...this.#pending]);
  }

  /** Takes what is kept for all. */
  keep(items: readonly BoardItem[]): void {
    const changed = items.filter((item) => {
      const key = keyOf(item);
      const before = this.shown(key);
      const known = this.#kept.get(key);
      if (newer(item, known)) this.#kept.set(key, item);
      const waiting = this.#pending.get(key);
      if (waiting && !newer(waiting, this.#kept.get(key))) this.#pending.delete(key);
      this.#settleLive(key);
      return this.shown(key) !== before;
    });
    this.#tell(changed.map(keyOf));
  }

  /**
   * Takes what was changed here. A change of something that someone else has changed meanwhile is made the newer one.
   * @returns the items as they stand now
   */
  edit(items: readonly BoardItem[]): BoardItem[] {
    const edited = items.map((item) => {
      const key = keyOf(item);
      const known = this.settled(key);
      const next = newer(item, known) || !known ? item : above(item, stampOf(known).version);
      this.#pending.delete(key);
      this.#pending.set(key, next);
      this.#settleLive(key);
      return next;
    });
    this.#tell(edited.map(keyOf));
    return edited;
  }

  /** These are kept now; what was changed once more meanwhile still waits. */
  acknowledge(items: readonly BoardItem[]): void {
    for (const item of items) if (this.#pending.get(keyOf(item)) === item) this.#pending.delete(keyOf(item));
    this.keep(items);
  }

  /** Gives up what was changed here and may not be. */
  discard(items: readonly BoardItem[]): void {
    for (const item of items) this.#pending.delete(keyOf(item));
    this.#tell(items.map(keyOf));
  }

  /**
   * Nobody keeps the board any more: what this page knows of it waits to be kept again. Of a page that was removed nobody
   * hears once more, so it stays away; and removing pages is not for everybody.
   */
  forgetKept(): void {
    for (const [key, item] of this.#kept) {
      const isRemovedPage = item.kind === 'page' && item.page.isDeleted;
      if (!isRemovedPage && !this.#pending.has(key)) this.#pending.set(key, item);
    }
    this.#kept.clear();
  }

  /** What moves under somebody's hand. */
  move(userId: string, pageId: string, element: BoardElement, at: number): void {
    const item = { kind: 'element' as const, pageId, element };
    const key = keyOf(item);
    if (!newer(item, this.settled(key))) return;
    this.#live.set(key, { item, userId, at });
    this.#tell([key]);
  }

  moving(userId: string, id: string): BoardElement | undefined {
    const live = this.#live.get(`e:${id}`);
    if (live?.userId === userId) return live.item.element;
    const known = this.settled(`e:${id}`);
    return known?.kind === 'element' ? known.element : undefined;
  }

  /** What nobody moves any more stands as it is kept. */
  endMoves(isOver: (live: { userId: string; at: number }) => boolean): void {
    const over = [...this.#live].filter(([, live]) => isOver(live)).map(([key]) => key);
    for (const key of over) this.#live.delete(key);
    this.#tell(over);
  }

  #settleLive(key: string): void {
    const live = this.#live.get(key);
    if (live && !newer(live.item, this.settled(key))) this.#live.delete(key);
  }

  #tell(keys: string[]): void {
    if (keys.length > 0) this.#onChange(keys);
  }
}

function above(item: BoardItem, version: number): BoardItem {
  const stamp = { version: version + 1, versionNonce: Math.floor(Math.random() * 2_147_483_647) };
  return item.kind === 'page'
    ? { ...item, page: { ...item.page, ...stamp } }
    : { ...item, element: { ...item.element, ...stamp } };
}
