import { Show } from 'solid-js';
import { IconButton } from '../../ui/IconButton.tsx';
import type { RoomLayout } from './createLayout.ts';
import { t } from '../../text/layout.ts';

/** Leads through those who do not fit on the stage at once. */
export function Pager(props: { layout: RoomLayout }) {
  const page = () => props.layout.arrangement().page;
  const pages = () => props.layout.arrangement().pages;
  return (
    <Show when={pages() > 1}>
      <div class="pager glass" role="group" aria-label={t('layout.pages')}>
        <IconButton
          icon="chevron-left"
          size="sm"
          label={t('layout.previous')}
          disabled={page() === 0}
          onClick={() => props.layout.turnPage(-1)}
        />
        <p class="pager__at" role="status">
          {t('layout.page', { page: page() + 1, pages: pages() })}
        </p>
        <IconButton
          icon="chevron-right"
          size="sm"
          label={t('layout.next')}
          disabled={page() === pages() - 1}
          onClick={() => props.layout.turnPage(1)}
        />
      </div>
    </Show>
  );
}
