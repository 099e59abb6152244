import { createEffect } from 'solid-js';
import { t } from '../lib/text.ts';

/** Names the page in the tab and in the history. */
export function usePageTitle(title: () => string | undefined): void {
  createEffect(() => {
    const own = title();
    document.title = own ? `${own} · ${t('shell.product')}` : t('shell.product');
  });
}
