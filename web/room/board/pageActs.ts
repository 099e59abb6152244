import type { BoardElement, BoardItem, BoardPage } from '../../../media/contracts/board.ts';
import { newPage, nonce } from './createPages.ts';
import { packElement } from './engine/packElement.ts';

type Pages = { pages: () => BoardPage[]; showPage: (pageId: string) => void };

/** What is done to a board's pages as a whole. */
export function pageActs({ pages, showPage }: Pages, edit: (items: BoardItem[]) => void) {
  const change = (...changed: [BoardPage, Partial<BoardPage>][]): void =>
    edit(
      changed.map(([page, changes]) => ({
        kind: 'page',
        page: { ...page, ...changes, version: page.version + 1, versionNonce: nonce() },
      })),
    );
  /** Whose place a page takes when it is moved; undefined at the end. */
  const neighbour = (page: BoardPage, by: -1 | 1) => pages()[pages().indexOf(page) + by];
  return {
    addPage(name = ''): string {
      const page = newPage(name);
      edit([{ kind: 'page', page }]);
      showPage(page.id);
      return page.id;
    },
    /** A page with something on it that was not drawn by hand. @returns its id */
    placePage(name: string, element: BoardElement): string {
      const page = newPage(name);
      edit([
        { kind: 'page', page },
        { kind: 'element', pageId: page.id, element: packElement(element) },
      ]);
      return page.id;
    },
    renamePage: (page: BoardPage, name: string) => change([page, { name }]),
    removePage: (page: BoardPage) => change([page, { isDeleted: true }]),
    mayMove: (page: BoardPage, by: -1 | 1) => neighbour(page, by) !== undefined,
    movePage(page: BoardPage, by: -1 | 1): void {
      const other = neighbour(page, by);
      if (other) change([page, { index: other.index }], [other, { index: page.index }]);
    },
  };
}
