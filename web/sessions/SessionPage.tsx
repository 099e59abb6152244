import { A, useParams } from '@solidjs/router';
import { Match, Show, Suspense, Switch, createEffect, createMemo, lazy, on } from 'solid-js';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { credentials } from '../lib/credentials.ts';
import { live } from '../lib/live.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../lib/text.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { domainName } from '../ui/domainName.ts';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { BookBar } from './BookButton.tsx';
import { isOpen, useSession } from './queries.ts';
import { createBooking, hasSeat, tookPart } from './seat.ts';
import { SessionAbout, SessionHead } from './SessionAbout.tsx';
import './session-page.css';
import { SessionTicket } from './SessionTicket.tsx';

/** For few of those who come here, and after the lesson only. */
const SessionQuality = lazy(() => import('./SessionQuality.tsx'));
const SessionRecording = lazy(() => import('./SessionRecording.tsx'));
const RateLesson = lazy(() => import('../afterwards/RateLesson.tsx'));
const SessionAttendance = lazy(() => import('../afterwards/SessionAttendance.tsx'));
const SessionResources = lazy(() => import('../sessionFiles/SessionResources.tsx'));
const SessionTopics = lazy(() => import('./SessionTopics.tsx'));
const SessionChat = lazy(() => import('./SessionChat.tsx'));
const SessionBoard = lazy(() => import('./SessionBoard.tsx'));

export default function SessionPage() {
  const params = useParams<{ id: string }>();
  const session = useSession(() => params.id);
  usePageTitle(() => (session.isSuccess ? session.data.title : undefined));
  const missing = () =>
    session.isError && session.error instanceof ApiError && [404, 422, 400].includes(session.error.status);
  return (
    <div class="wrap sp">
      <Switch>
        <Match when={missing()}>
          <EmptyState
            art="road"
            wholePage
            title={t('sessionPage.notFoundTitle')}
            text={t('sessionPage.notFoundText')}
            action={<ButtonLink href="/sessions">{t('sessionPage.otherSessions')}</ButtonLink>}
          />
        </Match>
        <Match when={session.isPending ? undefined : session.data}>
          {(data) => (
            <>
              <Show when={session.isError}>
                <div class="pt-4">
                  <ListFailed stale onRetry={() => void session.refetch()}>
                    {t('sessionPage.failed')}
                  </ListFailed>
                </div>
              </Show>
              <SessionView session={data()} />
            </>
          )}
        </Match>
        <Match when={session.isError}>
          <div class="pt-8">
            <h1 class="sr-only">{t('shell.sessions')}</h1>
            <ListFailed onRetry={() => void session.refetch()}>{t('sessionPage.failed')}</ListFailed>
          </div>
        </Match>
        <Match when={session.isPending}>
          <SessionViewSkeleton />
        </Match>
      </Switch>
    </div>
  );
}

function SessionView(props: { session: SessionForMe }) {
  const booking = createBooking(() => props.session);
  let ticket: HTMLElement | undefined;
  // What was pressed is gone from the ticket then; who pressed it goes on there. A seat that is only heard of moves nobody.
  const seated = createMemo(() => hasSeat(props.session));
  createEffect(
    on(
      seated,
      (has) => {
        const wasPressed = booking.begun() || !has;
        if (wasPressed && document.activeElement === document.body) ticket?.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );
  return (
    <>
      <Crumbs session={props.session} />
      <div class="sp__grid">
        <SessionHead session={props.session} />
        <aside
          class="sp__side"
          tabindex="-1"
          ref={(element) => (ticket = element)}
          aria-label={t('sessionPage.ticket')}
        >
          <SessionTicket session={props.session} booking={booking} />
          <Show when={isOpen(props.session)}>
            <p class="live-note" role="status">
              <span class={`dot ${live.state() === 'lost' ? 'dot--warning' : 'dot--success'}`} />
              {live.state() === 'lost' ? t('sessionPage.selfUpdatingLost') : t('sessionPage.selfUpdating')}
            </p>
          </Show>
        </aside>
        <div class="sp__main">
          <SessionAbout session={props.session} withoutTopics={readsRecord(props.session) !== undefined} />
          <Show when={readsRecord(props.session)}>
            {(user) => (
              <Suspense>
                <Show when={hasSeat(props.session)}>
                  <RateLesson sessionId={props.session.id} mentor={props.session.mentor.name} />
                </Show>
                <Show when={tookPart(props.session)}>
                  <SessionResources
                    sessionId={props.session.id}
                    isMentor={props.session.mine?.isMentor === true}
                  />
                </Show>
                <SessionAttendance sessionId={props.session.id} userId={user().id} />
                <SessionTopics sessionId={props.session.id} />
                <Show when={tookPart(props.session)}>
                  <SessionRecording
                    sessionId={props.session.id}
                    userId={user().id}
                    isMentor={props.session.mine?.isMentor === true}
                  />
                  <SessionBoard sessionId={props.session.id} />
                  <SessionChat sessionId={props.session.id} userId={user().id} />
                </Show>
                <SessionQuality sessionId={props.session.id} userId={user().id} />
              </Suspense>
            )}
          </Show>
        </div>
      </div>
      <BookBar session={props.session} booking={booking} />
    </>
  );
}

/** Who may know the room of a lesson that is over may read how connections carried in it. */
function readsRecord({ state, mine }: SessionForMe) {
  const isOver = state === 'completed' || state === 'missed';
  return isOver && mine?.roomCode ? credentials.user() : undefined;
}

function Crumbs(props: { session: SessionForMe }) {
  return (
    <nav class="crumbs" aria-label={t('sessionPage.breadcrumb')}>
      <A href="/sessions" end>
        {t('shell.sessions')}
      </A>
      <Icon name="chevron-right" size={16} />
      <Show when={props.session.domains[0]}>
        {(domain) => (
          <>
            <A href={`/sessions?domain=${encodeURIComponent(domain())}`}>{domainName(domain())}</A>
            <Icon name="chevron-right" size={16} />
          </>
        )}
      </Show>
      <span class="truncate" aria-current="page">
        {props.session.title}
      </span>
    </nav>
  );
}

function SessionViewSkeleton() {
  return (
    <div class="sp__grid pt-12" role="status" aria-label={t('ui.loading')}>
      <div class="sp__head">
        <Skeleton class="aspect-video rounded-xl!" />
        <Skeleton class="h-9 w-3/4" />
        <Skeleton class="h-5 w-1/2" />
        <Skeleton class="h-24 w-full" />
      </div>
      <Skeleton class="h-96 w-full rounded-xl!" />
    </div>
  );
}
