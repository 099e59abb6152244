import { A } from '@solidjs/router';
import { For, Match, Show, Switch } from 'solid-js';
import type { Session } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { formatDayAndTime } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { useSessions } from '../sessions/queries.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { Badge, LiveBadge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import './admin.css';

/** The business as far as there is one yet: what is live and what is planned. */
export default function AdminHomePage() {
  usePageTitle(() => t('adminHome.title'));
  const sessions = useSessions(() => 'open');
  const items = () => (sessions.isPending ? [] : (sessions.data?.pages.flatMap((page) => page.items) ?? []));
  return (
    <>
      <header class="page-head">
        <div class="page-head__text">
          <h1 class="h-page">{t('adminHome.title')}</h1>
          <p class="muted">{t('adminHome.lead')}</p>
        </div>
      </header>
      <Show when={sessions.isError}>
        <ListFailed stale={items().length > 0} onRetry={() => void sessions.refetch()}>
          {t('sessionList.failed')}
        </ListFailed>
      </Show>
      <Switch>
        <Match when={sessions.isPending}>
          <Skeleton class="h-64 rounded-lg!" />
        </Match>
        <Match when={items().length > 0}>
          <div class="card overflow-hidden">
            <SessionTable sessions={items()} />
          </div>
          <Show when={sessions.hasNextPage}>
            <div class="mt-6 grid justify-items-center">
              <Button busy={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>
                {t('sessionList.more')}
              </Button>
            </div>
          </Show>
        </Match>
        <Match when={sessions.isSuccess}>
          <div class="card">
            <EmptyState title={t('adminHome.emptyTitle')} text={t('adminHome.emptyText')} />
          </div>
        </Match>
      </Switch>
    </>
  );
}

function SessionTable(props: { sessions: Session[] }) {
  return (
    <table class="table table--cards">
      <thead>
        <tr>
          <th scope="col">{t('adminHome.session')}</th>
          <th scope="col">{t('adminHome.mentor')}</th>
          <th scope="col">{t('adminHome.start')}</th>
          <th scope="col" class="r">
            {t('adminHome.seats')}
          </th>
          <th scope="col">{t('adminHome.state')}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.sessions}>
          {(session) => (
            <tr>
              <td>
                <A class="strong title-link" href={`/sessions/${session.id}`}>
                  {session.title}
                </A>
              </td>
              <td data-label={t('adminHome.mentor')}>{session.mentor.name}</td>
              <td data-label={t('adminHome.start')}>{formatDayAndTime(session.startsAt, now())}</td>
              <td data-label={t('adminHome.seats')} class="r">
                {session.capacity - session.seatsLeft}/{session.capacity}
              </td>
              <td data-label={t('adminHome.state')}>
                <Show
                  when={session.state === 'live'}
                  fallback={<Badge tone="info">{t('adminHome.planned')}</Badge>}
                >
                  <LiveBadge />
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
