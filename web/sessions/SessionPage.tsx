import { A, useParams } from '@solidjs/router';
import { For, Match, Show, Switch, createEffect, on } from 'solid-js';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { live } from '../lib/live.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../lib/text.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge, LiveBadge } from '../ui/Badge.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SessionDrawing } from '../ui/SessionDrawing.tsx';
import { TopicBeads } from '../ui/TopicBeads.tsx';
import { BookBar } from './BookButton.tsx';
import { useSession } from './queries.ts';
import { createBooking, hasSeat } from './seat.ts';
import './session-page.css';
import { SessionTicket } from './SessionTicket.tsx';

export default function SessionPage() {
  const params = useParams<{ id: string }>();
  const session = useSession(() => params.id);
  usePageTitle(() => (session.isSuccess ? session.data.title : undefined));
  const missing = () =>
    session.isError && session.error instanceof ApiError && [404, 422, 400].includes(session.error.status);
  return (
    <div class="wrap sp">
      <Switch>
        <Match when={session.isSuccess && session.data}>{(data) => <SessionView session={data()} />}</Match>
        <Match when={missing()}>
          <EmptyState
            art="road"
            wholePage
            title={t('sessionPage.notFoundTitle')}
            text={t('sessionPage.notFoundText')}
            action={<ButtonLink href="/sessions">{t('sessionPage.otherSessions')}</ButtonLink>}
          />
        </Match>
        <Match when={session.isError}>
          <div class="pt-8">
            <h1 class="sr-only">{t('shell.sessions')}</h1>
            <ListFailed onRetry={() => void session.refetch()}>{t('sessionList.failed')}</ListFailed>
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
  // What was pressed is gone from the ticket then; who pressed it goes on there.
  createEffect(
    on(
      () => hasSeat(props.session),
      () => document.activeElement === document.body && ticket?.focus({ preventScroll: true }),
      { defer: true },
    ),
  );
  return (
    <>
      <nav class="crumbs" aria-label={t('sessionPage.breadcrumb')}>
        <A href="/sessions">{t('shell.sessions')}</A>
        <Icon name="chevron-right" size={16} />
        <span class="truncate" aria-current="page">
          {props.session.title}
        </span>
      </nav>
      <div class="sp__grid">
        <Head session={props.session} />
        <aside
          class="sp__side"
          tabindex="-1"
          ref={(element) => (ticket = element)}
          aria-label={t('sessionPage.ticket')}
        >
          <SessionTicket session={props.session} booking={booking} />
          <p class="live-note" role="status">
            <span class={`dot ${live.state() === 'lost' ? 'dot--warning' : 'dot--success'}`} />
            {live.state() === 'lost' ? t('sessionPage.selfUpdatingLost') : t('sessionPage.selfUpdating')}
          </p>
        </aside>
        <div class="sp__main">
          <About session={props.session} />
        </div>
      </div>
      <BookBar session={props.session} booking={booking} />
    </>
  );
}

function Head(props: { session: SessionForMe }) {
  return (
    <div class="sp__head">
      <div class="sp__pic card">
        <SessionDrawing session={props.session} />
        <div class="session__top">
          <Badge tone="glass" icon={props.session.capacity === 1 ? 'user' : 'user-group'}>
            {props.session.capacity === 1
              ? t('session.oneToOne')
              : t('session.group', { capacity: props.session.capacity })}
          </Badge>
          <Show when={props.session.state === 'live'}>
            <LiveBadge>{t('session.liveNow')}</LiveBadge>
          </Show>
        </div>
      </div>
      <header class="stack stack--3">
        <h1 class="h-hero">{props.session.title}</h1>
        <ul class="facts">
          <li>
            <Icon name="clock" size={20} />
            {t('session.duration', { count: props.session.durationMinutes })}
          </li>
          <For each={props.session.domains}>
            {(domain) => (
              <li>
                <Badge tone="accent">{domain}</Badge>
              </li>
            )}
          </For>
        </ul>
      </header>
    </div>
  );
}

function About(props: { session: SessionForMe }) {
  return (
    <>
      <div class="person sp__by">
        <Avatar name={props.session.mentor.name} id={props.session.mentor.id} size={48} />
        <span>
          <span class="person__name">{props.session.mentor.name}</span>
          <span class="person__sub">{t('sessionPage.mentor')}</span>
        </span>
      </div>
      <Show when={props.session.description}>
        <section class="stack stack--3" aria-labelledby="about">
          <h2 class="h-section" id="about">
            {t('sessionPage.about')}
          </h2>
          <p class="read whitespace-pre-line">{props.session.description}</p>
        </section>
      </Show>
      <section class="stack stack--3" aria-labelledby="topics">
        <div class="row row--between">
          <h2 class="h-section" id="topics">
            {t('sessionPage.topics')}
          </h2>
          <TopicBeads count={props.session.topics.length} />
        </div>
        <ol class="topics-list card">
          <For each={props.session.topics}>
            {(topic, index) => (
              <li>
                <span class="num subtle" aria-hidden="true">
                  {index() + 1}
                </span>
                <span class="min-w-0 wrap-anywhere">{topic}</span>
              </li>
            )}
          </For>
        </ol>
        <p class="muted">{t('sessionPage.topicsNote')}</p>
      </section>
    </>
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
