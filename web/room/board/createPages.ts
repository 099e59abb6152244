import { createSignal } from 'solid-js';
import type { BoardPage } from '../../../media/contracts/board.ts';

/** The first page is everybody's from the start, so that no two people make it. */
export const firstPage: BoardPage = {
  ...{ id: 'first', version: 1, versionNonce: 0, isDeleted: false },
  ...{ name: '', index: 'a0' },
};
export const nonce = () => Math.floor(Math.random() * 2_147_483_647);

/** A page after all others: pages stand in the order in which they were added, the first one before all of them. */
export const newPage = (name: string): BoardPage => ({
  ...{ ...firstPage, id: crypto.randomUUID(), name, versionNonce: nonce() },
  index: `b${Date.now().toString(36).padStart(9, '0')}`,
});

/** Pages of a board as signals, and which of them is shown. */
export function createPages() {
  const [pages, setPages] = createSignal<BoardPage[]>([firstPage]);
  const [pageId, showPage] = createSignal(firstPage.id);
  return {
    pages,
    pageId,
    showPage,
    /**
     * Takes the pages that are known now; one that is gone is left for the first one.
     * @param hasFirst whether anything was said of the first one, which is there without a word
     */
    update(known: BoardPage[], hasFirst: boolean): void {
      const now = hasFirst ? known : [firstPage, ...known];
      setPages(now);
      if (!now.some(({ id }) => id === pageId())) showPage(now[0]?.id ?? firstPage.id);
    },
  };
}
