import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Session } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { credentials } from '../lib/credentials.ts';
import { isToday } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { isOpen, useSessions } from '../sessions/queries.ts';
import { Greeting } from '../shell/Greeting.tsx';
import { ListStates, withoutMore } from '../shell/ListStates.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { HostedSession } from './HostedSession.tsx';
import './mentor.css';

const soonestFirst = (one: Session, other: Session) => one.startsAt.localeCompare(other.startsAt);

export default function MentorHomePage() {
  usePageTitle(() => t('nav.home'));
  const sessions = useSessions(() => 'mine');
  const open = () =>
    sessions.isPending
      ? []
      : (sessions.data?.pages.flatMap((page) => page.items) ?? []).filter(isOpen).sort(soonestFirst);
  const isNow = (session: Session) => session.state === 'live' || isToday(session.startsAt, now());
  const today = () => open().filter(isNow);
  const later = () => open().filter((session) => !isNow(session));
  return (
    <>
      <Greeting
        name={credentials.user()?.name ?? ''}
        line={
          sessions.isSuccess
            ? today().length > 0
              ? t('mentorHome.today', { count: today().length })
              : t('mentorHome.nothingToday')
            : undefined
        }
        action={
          <ButtonLink
            href="/dashboard/mentor/create"
            variant={today().length > 0 ? 'secondary' : 'primary'}
            icon="plus"
          >
            {t('nav.create')}
          </ButtonLink>
        }
      />
      <ListStates
        query={withoutMore(sessions)}
        filled={open().length > 0}
        failed={t('mentorHome.failed')}
        skeleton={<Skeleton class="h-64 rounded-lg!" />}
        empty={
          <div class="card">
            <EmptyState title={t('mentorHome.emptyTitle')} text={t('mentorHome.emptyText')} />
          </div>
        }
      >
        <div class="stack stack--6">
          <HostedList title={t('mentorHome.todayTitle')} sessions={today()} markFirst />
          <HostedList title={t('mentorHome.upcomingTitle')} sessions={later().slice(0, 5)} withDay />
        </div>
      </ListStates>
    </>
  );
}

type HostedListProps = { title: string; sessions: Session[]; markFirst?: boolean; withDay?: boolean };

function HostedList(props: HostedListProps) {
  return (
    <Show when={props.sessions.length > 0}>
      <section class="card" aria-label={props.title}>
        <div class="card__head">
          <h2 class="h-card">{props.title}</h2>
          <A class="link" href="/dashboard/mentor/sessions">
            {t('mentorHome.allSessions')}
          </A>
        </div>
        <ul class="today">
          <For each={props.sessions}>
            {(session, index) => (
              <HostedSession
                session={session}
                isNext={props.markFirst && index() === 0}
                withDay={props.withDay}
              />
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
