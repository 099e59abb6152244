import { For } from 'solid-js';
import type { BoardPage } from '../../../media/contracts/board.ts';
import { t } from '../../text/board.ts';

type SelectProps = { pages: BoardPage[]; pageId: string; onPage: (pageId: string) => void };

/** A page's own name, or its number. */
export const pageName = (pages: readonly BoardPage[], page: BoardPage): string =>
  page.name || t('board.page', { number: pages.indexOf(page) + 1 });

/** Which of a board's pages is shown. */
export function PageSelect(props: SelectProps) {
  return (
    <select
      class="input board__select"
      aria-label={t('board.pages')}
      onChange={(event) => props.onPage(event.currentTarget.value)}
    >
      <For each={props.pages}>
        {(page) => (
          <option value={page.id} selected={page.id === props.pageId}>
            {pageName(props.pages, page)}
          </option>
        )}
      </For>
    </select>
  );
}
