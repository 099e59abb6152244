import { A, useSearchParams } from '@solidjs/router';
import { For, Match, Show, Switch } from 'solid-js';
import type { Session, SessionState } from '../../api/contracts/sessions.ts';
import { DateBox } from '../bookings/BookingRow.tsx';
import { formatTime } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { isOpen, useSessions } from '../sessions/queries.ts';
import { ListStates } from '../shell/ListStates.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { Badge, type BadgeTone } from '../ui/Badge.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { HostedSession } from './HostedSession.tsx';
import './mentor.css';

const tones: Record<SessionState, BadgeTone> = {
  draft: 'neutral',
  scheduled: 'info',
  live: 'success',
  completed: 'success',
  cancelled: 'neutral',
  missed: 'danger',
};

export default function MentorSessionsPage() {
  usePageTitle(() => t('mentorSessions.title'));
  const [search, setSearch] = useSearchParams<{ show?: string }>();
  const sessions = useSessions(() => 'mine');
  const all = () => (sessions.isPending ? [] : (sessions.data?.pages.flatMap((page) => page.items) ?? []));
  const open = () =>
    all()
      .filter(isOpen)
      .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const past = () => all().filter((session) => !isOpen(session));
  return (
    <>
      <header class="page-head">
        <div class="page-head__text">
          <h1 class="h-page">{t('mentorSessions.title')}</h1>
        </div>
        <ButtonLink href="/dashboard/mentor/create" variant="primary" icon="plus">
          {t('nav.create')}
        </ButtonLink>
      </header>
      <ListStates
        query={sessions}
        filled={!sessions.isPending && sessions.data !== undefined}
        failed={t('mentorHome.failed')}
        skeleton={<Skeleton class="h-64 rounded-lg!" />}
        empty={null}
      >
        <Tabs
          label={t('mentorSessions.title')}
          value={search.show === 'past' ? 'past' : 'open'}
          onValue={(value) => setSearch({ show: value === 'past' ? 'past' : undefined })}
          tabs={[
            { value: 'open', label: t('mentorSessions.upcoming'), content: () => <Open sessions={open()} /> },
            { value: 'past', label: t('mentorSessions.past'), content: () => <Past sessions={past()} /> },
          ]}
        />
      </ListStates>
    </>
  );
}

function Open(props: { sessions: Session[] }) {
  return (
    <div class="card">
      <Show
        when={props.sessions.length > 0}
        fallback={<EmptyState title={t('mentorHome.emptyTitle')} text={t('mentorHome.emptyText')} />}
      >
        <h2 class="sr-only">{t('mentorSessions.upcoming')}</h2>
        <ul class="today">
          <For each={props.sessions}>
            {(session) => <HostedSession session={session} withDay isNext={session.state === 'live'} />}
          </For>
        </ul>
      </Show>
    </div>
  );
}

function Past(props: { sessions: Session[] }) {
  return (
    <Switch>
      <Match when={props.sessions.length > 0}>
        <ul class="card list list--pad list--link py-2">
          <For each={props.sessions}>
            {(session) => (
              <li class="booked">
                <DateBox at={session.startsAt} />
                <span class="booked__what">
                  <A class="strong cover truncate" href={`/sessions/${session.id}`}>
                    {session.title}
                  </A>
                  <span class="muted truncate">
                    {[
                      formatTime(session.startsAt),
                      t('session.booked', {
                        taken: session.capacity - session.seatsLeft,
                        capacity: session.capacity,
                      }),
                    ].join(' · ')}
                  </span>
                </span>
                <span class="booked__state">
                  <Badge tone={tones[session.state]}>{t(`session.states.${session.state}`)}</Badge>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Match>
      <Match when={props.sessions.length === 0}>
        <div class="card">
          <EmptyState title={t('mentorSessions.pastEmptyTitle')} text={t('mentorSessions.pastEmptyText')} />
        </div>
      </Match>
    </Switch>
  );
}
