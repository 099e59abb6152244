import { For, Match, Show, Switch } from 'solid-js';
import { t } from '../lib/text.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { EmptyState } from '../ui/feedback.tsx';
import { SessionCard, SessionCardSkeleton } from '../ui/SessionCard.tsx';
import { useSessions } from './queries.ts';

const shown = 10;

/** Open lessons in a row that scrolls sideways; it updates by itself. */
export function SessionRail(props: { narrow?: boolean }) {
  const sessions = useSessions(() => 'open');
  const first = () => (sessions.isPending ? [] : (sessions.data?.pages[0]?.items ?? []).slice(0, shown));
  return (
    <Switch>
      <Match when={sessions.isPending}>
        <div class="rail" classList={{ 'rail--3': props.narrow }} role="status" aria-label={t('ui.loading')}>
          <For each={Array.from({ length: 4 })}>{() => <SessionCardSkeleton />}</For>
        </div>
      </Match>
      <Match when={first().length > 0}>
        <Show when={sessions.isError}>
          <ListFailed stale onRetry={() => void sessions.refetch()}>
            {t('sessionList.failed')}
          </ListFailed>
        </Show>
        <div
          class="rail"
          classList={{ 'rail--3': props.narrow }}
          tabindex="0"
          role="group"
          aria-label={t('sessionList.scrolls')}
        >
          <For each={first()}>{(session) => <SessionCard session={session} />}</For>
        </div>
      </Match>
      <Match when={sessions.isError}>
        <ListFailed onRetry={() => void sessions.refetch()}>{t('sessionList.failed')}</ListFailed>
      </Match>
      <Match when={sessions.isSuccess}>
        <div class="card">
          <EmptyState title={t('sessionList.emptyTitle')} text={t('sessionList.emptyText')} />
        </div>
      </Match>
    </Switch>
  );
}
