import { For, Show, createSignal, type JSX } from 'solid-js';
import { t } from '../text/search.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Sheet } from './Sheet.tsx';

export type AppliedFilter = { name: string; label: string; remove: () => void };

type FilterBarProps = {
  search: JSX.Element;
  /** Made twice at most: beside the list on wide screens, in a sheet on phones. */
  fields: () => JSX.Element;
  applied: AppliedFilter[];
  onClear: () => void;
};

/** Search words, the other filters (a sheet on phones), and what is applied as chips that take it away. */
export function FilterBar(props: FilterBarProps) {
  const [open, setOpen] = createSignal(false);
  return (
    <div class="filter-bar">
      <div class="filter-bar__top">
        {props.search}
        <Button
          class="filter-bar__open"
          icon="adjustments-horizontal"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <Show when={props.applied.length > 0} fallback={t('search.filters')}>
            <span aria-hidden="true">{t('search.filters')}</span>
            <span class="count" aria-hidden="true">
              {props.applied.length}
            </span>
            <span class="sr-only">{t('search.filtersOf', { count: props.applied.length })}</span>
          </Show>
        </Button>
      </div>
      <div class="filter-bar__fields">{props.fields()}</div>
      <Applied applied={props.applied} onClear={props.onClear} />
      <Sheet
        open={open()}
        onOpenChange={setOpen}
        title={t('search.filters')}
        footer={
          <>
            <Button block disabled={props.applied.length === 0} onClick={() => props.onClear()}>
              {t('search.clearAll')}
            </Button>
            <Button block variant="primary" onClick={() => setOpen(false)}>
              {t('search.show')}
            </Button>
          </>
        }
      >
        {props.fields()}
      </Sheet>
    </div>
  );
}

function Applied(props: Pick<FilterBarProps, 'applied' | 'onClear'>) {
  return (
    <Show when={props.applied.length > 0}>
      <div class="row filter-bar__applied">
        <ul class="chips" aria-label={t('search.applied')}>
          <For each={props.applied}>
            {(filter) => (
              <li class="chip chip--tag">
                {filter.label}
                <button
                  type="button"
                  aria-label={t('search.remove', { name: filter.label })}
                  onClick={() => filter.remove()}
                >
                  <Icon name="x-mark" size={16} />
                </button>
              </li>
            )}
          </For>
        </ul>
        <Button variant="ghost" size="sm" onClick={() => props.onClear()}>
          {t('search.clearAll')}
        </Button>
      </div>
    </Show>
  );
}
