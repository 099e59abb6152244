import type { BoardElement, BoardItem, BoardPage } from '../../../../media/contracts/board.ts';

type Ordered = Pick<BoardElement, 'id' | 'index'>;

/** The order in which pages stand, and in which elements are drawn. */
export function byIndex(one: Ordered, other: Ordered): number {
  const [a, b] = [one.index ?? '', other.index ?? ''];
  return a < b || (a === b && one.id < other.id) ? -1 : 1;
}

/** Pages among the items of a board that are not removed, in their order. */
export function pagesOf(items: Iterable<BoardItem>): BoardPage[] {
  const pages: BoardPage[] = [];
  for (const item of items) if (item.kind === 'page' && !item.page.isDeleted) pages.push(item.page);
  return pages.sort(byIndex);
}

/** What lies on a page and is not removed, in the order in which it is drawn. */
export function elementsOf(items: Iterable<BoardItem>, pageId: string): BoardElement[] {
  const elements: BoardElement[] = [];
  for (const item of items)
    if (item.kind === 'element' && item.pageId === pageId && !item.element.isDeleted)
      elements.push(item.element);
  return elements.sort(byIndex);
}
