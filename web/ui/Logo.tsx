import { t } from '../lib/text.ts';

/** The mark and the name; `markOnly` where there is no room for the name. */
export function Logo(props: { markOnly?: boolean }) {
  return (
    <span class="brand">
      <img src="/favicon.svg" width="32" height="32" alt={props.markOnly ? t('shell.product') : ''} />
      {props.markOnly ? undefined : t('shell.product')}
    </span>
  );
}
