import { useSearchParams } from '@solidjs/router';
import { For, Show, createMemo } from 'solid-js';
import { ListStates } from '../shell/ListStates.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { t } from '../text/search.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/feedback.tsx';
import { FilterBar, type AppliedFilter } from '../ui/FilterBar.tsx';
import '../ui/styles/filter-bar.css';
import { SearchBox } from '../ui/SearchBox.tsx';
import { SessionCard, SessionCardSkeleton } from '../ui/SessionCard.tsx';
import { createSteadyOrder } from '../ui/steadyOrder.ts';
import { filterLabel } from './filterLabels.ts';
import { FilterFields } from './FilterFields.tsx';
import { activeFilters, readFilters, without, writeFilters, type SessionFilters } from './filters.ts';
import { useSessions } from './queries.ts';

/** Every filter stands in the address, so that a search can be shared, kept and gone back to. */
export default function SessionsPage() {
  usePageTitle(() => t('sessionList.title'));
  const [search, setSearch] = useSearchParams();
  const filters = createMemo(() => readFilters(search));
  const change = (next: SessionFilters, replace = false) => setSearch(writeFilters(next), { replace });
  const clear = () => change({});
  const sessions = useSessions(() => 'open', filters);
  const found = () => (sessions.isPending ? [] : (sessions.data?.pages.flatMap((page) => page.items) ?? []));
  const steady = createSteadyOrder(found);
  const applied = (): AppliedFilter[] =>
    activeFilters(filters()).map((name) => ({
      name,
      label: filterLabel(filters(), name),
      remove: () => change(without(filters(), name)),
    }));
  return (
    <div class="wrap pt-8 pb-12">
      <header class="page-head">
        <div class="page-head__text">
          <h1 class="h-page">{t('sessionList.title')}</h1>
          <p class="muted">{t('search.lead')}</p>
        </div>
      </header>
      <FilterBar
        search={
          <SearchBox
            label={t('search.words')}
            placeholder={t('search.wordsPlaceholder')}
            clearLabel={t('search.clearWords')}
            words={filters().q ?? ''}
            onWords={(q, settled) => change({ ...filters(), q: q || undefined }, !settled)}
          />
        }
        fields={() => <FilterFields filters={filters()} onChange={(next) => change(next)} />}
        applied={applied()}
        onClear={clear}
      />
      <p class="sr-only" role="status">
        {sessions.isPlaceholderData ? t('search.updating') : ''}
      </p>
      <ListStates
        query={sessions}
        filled={found().length > 0}
        failed={t('sessionList.failed')}
        skeleton={
          <div class="card-grid">
            <For each={Array.from({ length: 8 })}>{() => <SessionCardSkeleton />}</For>
          </div>
        }
        empty={<Nothing filters={filters()} applied={applied()} onClear={clear} />}
      >
        <h2 class="sr-only">{t('search.results')}</h2>
        <div
          class="card-grid"
          classList={{ 'is-old': sessions.isPlaceholderData }}
          onPointerEnter={() => steady.hold(true)}
          onPointerLeave={() => steady.hold(false)}
        >
          <For each={steady.items()}>{(session) => <SessionCard session={session} />}</For>
        </div>
      </ListStates>
    </div>
  );
}

type NothingProps = { filters: SessionFilters; applied: AppliedFilter[]; onClear: () => void };

/** Proposes what to loosen: each filter on its own, or all. */
function Nothing(props: NothingProps) {
  const isNarrowed = () => props.applied.length > 0 || props.filters.q !== undefined;
  const words = () => (props.applied.length === 0 ? props.filters.q : undefined);
  return (
    <div class="card">
      <Show
        when={isNarrowed()}
        fallback={<EmptyState title={t('sessionList.emptyTitle')} text={t('sessionList.emptyText')} />}
      >
        <EmptyState
          art="road"
          title={words() ? t('search.emptyWords', { words: words() ?? '' }) : t('search.emptyTitle')}
          text={
            props.filters.rating
              ? t('search.emptyRated')
              : words()
                ? t('search.emptyWordsText')
                : t('search.emptyText')
          }
          action={
            <div class="chips justify-center">
              <For each={props.applied.length > 1 ? props.applied : []}>
                {(filter) => (
                  <button type="button" class="chip" onClick={() => filter.remove()}>
                    {t('search.remove', { name: filter.label })}
                  </button>
                )}
              </For>
              <Button variant="primary" onClick={() => props.onClear()}>
                {t('sessionList.clear')}
              </Button>
            </div>
          }
        />
      </Show>
    </div>
  );
}
