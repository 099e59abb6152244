import {
  keyOf,
  type BoardElement,
  type BoardItem,
  type BoardPage,
} from '../../../../media/contracts/board.ts';
import { elementsOf, pagesOf } from './onBoard.ts';

/** A state of an item, and when it came about, in milliseconds since 1970. */
export type Change = { position: number; item: BoardItem };

/** A lesson's board at any moment of it, made of all that happened there. */
export class BoardTimeline {
  /** In the order in which they came about. */
  readonly #changes: Change[] = [];
  readonly #board = new Map<string, BoardItem>();
  /** How many of them the board is made of. */
  #passed = 0;

  /** Knows nothing any more. */
  clear(): void {
    this.#changes.length = 0;
    this.#board.clear();
    this.#passed = 0;
  }

  /** Takes what came after all that is known. */
  add(changes: readonly Change[]): void {
    this.#changes.push(...changes);
  }

  /**
   * Moves to a moment, in milliseconds since 1970, on or back.
   * @returns each item that is another one now, once; as removed, where it is not there any more
   */
  goTo(atMs: number): BoardItem[] {
    const last = this.#changes[this.#passed - 1];
    if (last && last.position > atMs) return this.#goBack(atMs);
    const passed = new Map<string, BoardItem>();
    for (let next = this.#changes[this.#passed]; next; next = this.#changes[this.#passed]) {
      if (next.position > atMs) break;
      this.#board.set(keyOf(next.item), next.item);
      passed.set(keyOf(next.item), next.item);
      this.#passed += 1;
    }
    return [...passed.values()];
  }

  #goBack(atMs: number): BoardItem[] {
    const before = new Map(this.#board);
    this.#board.clear();
    this.#passed = 0;
    const other = this.goTo(atMs).filter((item) => before.get(keyOf(item)) !== item);
    const gone = [...before].flatMap(([key, item]) => (this.#board.has(key) ? [] : [removed(item)]));
    return [...other, ...gone];
  }

  /** On which page something was done last. */
  get lastPageId(): string | undefined {
    const item = this.#changes[this.#passed - 1]?.item;
    if (item?.kind === 'page') return item.page.isDeleted ? undefined : item.page.id;
    return item?.pageId;
  }

  /** Whether anything is known of an item at this moment. */
  has(key: string): boolean {
    return this.#board.has(key);
  }

  pages(): BoardPage[] {
    return pagesOf(this.#board.values());
  }

  elements(pageId: string): BoardElement[] {
    return elementsOf(this.#board.values(), pageId);
  }

  /** The last of each element that ever lay on a page, whatever the moment: how large the page became. */
  ever(pageId: string): BoardElement[] {
    const last = new Map<string, BoardElement>();
    for (const { item } of this.#changes)
      if (item.kind === 'element' && item.pageId === pageId && !item.element.isDeleted)
        last.set(item.element.id, item.element);
    return [...last.values()];
  }
}

const removed = (item: BoardItem): BoardItem =>
  item.kind === 'page'
    ? { ...item, page: { ...item.page, isDeleted: true } }
    : { ...item, element: { ...item.element, isDeleted: true } };
