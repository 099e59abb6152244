import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Session } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { formatDayAndTime } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { useSessions } from '../sessions/queries.ts';
import { ListStates } from '../shell/ListStates.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { Badge, LiveBadge } from '../ui/Badge.tsx';
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
      <ListStates
        query={sessions}
        filled={items().length > 0}
        failed={t('sessionList.failed')}
        skeleton={<Skeleton class="h-64 rounded-lg!" />}
        empty={
          <div class="card">
            <EmptyState title={t('adminHome.emptyTitle')} text={t('adminHome.emptyText')} />
          </div>
        }
      >
        <div class="card overflow-hidden">
          <SessionTable sessions={items()} />
        </div>
      </ListStates>
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
