import { Match, Show, Switch, createEffect, createSignal, onCleanup, type JSX } from 'solid-js';
import { t } from '../lib/text.ts';
import { Button } from '../ui/Button.tsx';
import { ListFailed } from './ListFailed.tsx';

/** What a list needs to know of its query; those of pages have the last three. */
type ListQuery = {
  isPending: boolean;
  isError: boolean;
  fetchStatus: 'fetching' | 'paused' | 'idle';
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
};

type ListStatesProps = {
  query: ListQuery;
  /** Whether there is anything to show, be it old. */
  filled: boolean;
  /** The shape of what comes. */
  skeleton: JSX.Element;
  empty: JSX.Element;
  /** What could not be loaded, in a sentence. */
  failed: string;
  children: JSX.Element;
};

const slowMs = 5000;

/**
 * A list in all its states: on its way, failed, slow, offline, empty, filled, and with more to load. What was known
 * stays in sight, marked as such (ERR).
 */
export function ListStates(props: ListStatesProps) {
  const isSlow = createSlow(() => props.query.fetchStatus === 'fetching');
  const retry = () => void props.query.refetch();
  return (
    <>
      <Switch>
        <Match when={props.query.isError}>
          <ListFailed stale={props.filled} onRetry={retry}>
            {props.failed}
          </ListFailed>
        </Match>
        <Match when={props.query.fetchStatus === 'paused'}>
          <ListFailed stale={props.filled} onRetry={retry}>
            {t('lists.waiting')}
          </ListFailed>
        </Match>
        <Match when={isSlow()}>
          <ListFailed stale={props.filled} onRetry={retry}>
            {t('lists.slow')}
          </ListFailed>
        </Match>
      </Switch>
      <Switch>
        <Match when={props.filled}>
          {props.children}
          <Show when={props.query.hasNextPage}>
            <div class="mt-8 grid justify-items-center">
              <Button
                busy={props.query.isFetchingNextPage}
                busyText={t('lists.loadingMore')}
                onClick={() => void props.query.fetchNextPage?.()}
              >
                {t('lists.more')}
              </Button>
            </div>
          </Show>
        </Match>
        <Match when={props.query.isPending}>
          <div role="status" aria-label={t('ui.loading')}>
            {props.skeleton}
          </div>
        </Match>
        <Match when={!props.query.isError}>{props.empty}</Match>
      </Switch>
    </>
  );
}

/** The same query where only its beginning is shown. */
export const withoutMore = (query: ListQuery): ListQuery => ({
  get isPending() {
    return query.isPending;
  },
  get isError() {
    return query.isError;
  },
  get fetchStatus() {
    return query.fetchStatus;
  },
  refetch: () => query.refetch(),
});

/** Whether something has been under way for longer than people wait without a word. */
function createSlow(isUnderWay: () => boolean): () => boolean {
  const [slow, setSlow] = createSignal(false);
  createEffect(() => {
    if (!isUnderWay()) return void setSlow(false);
    const timer = setTimeout(() => setSlow(true), slowMs);
    onCleanup(() => clearTimeout(timer));
  });
  return slow;
}
