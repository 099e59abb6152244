import { A, useParams } from '@solidjs/router';
import { For, Match, Show, Switch, type JSX } from 'solid-js';
import type { Mentor } from '../../api/contracts/mentors.ts';
import { now } from '../lib/clock.ts';
import { formatDate, formatDayAndTime, formatLanguage } from '../lib/formats.ts';
import { ApiError } from '../lib/problem.ts';
import { useSessions } from '../sessions/queries.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { ListStates } from '../shell/ListStates.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { t } from '../text/mentors.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { LiveBadge } from '../ui/Badge.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { domainName } from '../ui/domainName.ts';
import { EmptyState, Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Rating } from '../ui/Rating.tsx';
import { SessionCard, SessionCardSkeleton } from '../ui/SessionCard.tsx';
import { ShareButton } from '../ui/ShareButton.tsx';
import { IntroVideo } from './IntroVideo.tsx';
import './mentors.css';
import { useMentor } from './queries.ts';
import { Reviews } from './Reviews.tsx';

/** Who a mentor is, what they offer, and what others say of them (WEB-2). */
export default function MentorPage() {
  const params = useParams<{ id: string }>();
  const mentor = useMentor(() => params.id);
  usePageTitle(() => (mentor.isSuccess ? mentor.data.name : undefined));
  const missing = () =>
    mentor.isError && mentor.error instanceof ApiError && [404, 422, 400].includes(mentor.error.status);
  return (
    <div class="wrap pb-12">
      <Switch>
        <Match when={missing()}>
          <EmptyState
            art="road"
            wholePage
            title={t('mentorPage.notFoundTitle')}
            text={t('mentorPage.notFoundText')}
            action={<ButtonLink href="/mentors">{t('mentorPage.otherMentors')}</ButtonLink>}
          />
        </Match>
        <Match when={mentor.isPending ? undefined : mentor.data}>
          {(data) => (
            <>
              <Show when={mentor.isError}>
                <ListFailed stale onRetry={() => void mentor.refetch()}>
                  {t('mentorList.failed')}
                </ListFailed>
              </Show>
              <MentorView mentor={data()} />
            </>
          )}
        </Match>
        <Match when={mentor.isError}>
          <div class="pt-8">
            <h1 class="sr-only">{t('mentorList.title')}</h1>
            <ListFailed onRetry={() => void mentor.refetch()}>{t('mentorList.failed')}</ListFailed>
          </div>
        </Match>
        <Match when={mentor.isPending}>
          <MentorSkeleton />
        </Match>
      </Switch>
    </div>
  );
}

function MentorView(props: { mentor: Mentor }) {
  return (
    <>
      <nav class="crumbs" aria-label={t('mentorPage.breadcrumb')}>
        <A href="/mentors" end>
          {t('mentorList.title')}
        </A>
        <Icon name="chevron-right" size={16} />
        <span class="truncate" aria-current="page">
          {props.mentor.name}
        </span>
      </nav>
      <div class="mp">
        <Head mentor={props.mentor} />
        <div class="mp__main">
          <section class="stack stack--3" aria-labelledby="about">
            <h2 class="h-section" id="about">
              {t('mentorPage.about')}
            </h2>
            <p class="read whitespace-pre-line wrap-anywhere">{props.mentor.bio || t('mentorPage.noBio')}</p>
          </section>
          <Show when={props.mentor.introVideoUrl}>
            {(url) => (
              <section class="stack stack--3" aria-labelledby="intro">
                <h2 class="h-section" id="intro">
                  {t('mentorPage.intro')}
                </h2>
                <IntroVideo url={url()} poster={props.mentor.pictureUrl} name={props.mentor.name} />
              </section>
            )}
          </Show>
          <OpenSessions mentorId={props.mentor.id} />
          <Reviews mentorId={props.mentor.id} rating={props.mentor.rating} />
        </div>
      </div>
    </>
  );
}

function Head(props: { mentor: Mentor }) {
  return (
    <div class="mp__head card">
      <div class="mp__who">
        <Avatar
          name={props.mentor.name}
          id={props.mentor.id}
          picture={props.mentor.pictureUrl}
          size={96}
          live={props.mentor.isLive}
        />
        <div class="stack stack--2 grow">
          <h1 class="h-page wrap-anywhere">{props.mentor.name}</h1>
          <p class="facts">
            <Rating rating={props.mentor.rating} />
            <span>{t('mentorPage.lessons', { count: props.mentor.sessionsHeld })}</span>
          </p>
        </div>
        <ShareButton title={props.mentor.name} class="mp__share" />
      </div>
      <Upcoming mentor={props.mentor} />
      <dl class="mp__facts">
        <Fact name={t('mentorPage.domains')} values={props.mentor.domains.map(domainName)} />
        <Fact name={t('mentorPage.skills')} values={props.mentor.skills} />
        <Fact name={t('mentorPage.languages')} values={props.mentor.languages.map(formatLanguage)} />
      </dl>
      <p class="caption">{t('mentorPage.mentorSince', { date: formatDate(props.mentor.since) })}</p>
    </div>
  );
}

/** The page's one primary act: their session that is on or comes next. */
function Upcoming(props: { mentor: Mentor }) {
  return (
    <Show when={props.mentor.nextSession}>
      {(next) => (
        <div class="mp__next">
          <span class="stack stack--1 grow">
            <Show
              when={props.mentor.isLive}
              fallback={<span class="caption">{t('mentorPage.nextSession')}</span>}
            >
              <span>
                <LiveBadge>{t('mentorPage.liveNow')}</LiveBadge>
              </span>
            </Show>
            <b class="strong">{formatDayAndTime(next().startsAt, now())}</b>
          </span>
          <ButtonLink href={`/sessions/${next().id}`} variant="primary">
            {t('mentorPage.seeNext')}
          </ButtonLink>
        </div>
      )}
    </Show>
  );
}

function Fact(props: { name: JSX.Element; values: string[] }) {
  return (
    <Show when={props.values.length > 0}>
      <div>
        <dt class="caption">{props.name}</dt>
        <dd class="chips">
          <For each={props.values}>
            {(value) => <span class="badge badge--accent mp__word">{value}</span>}
          </For>
        </dd>
      </div>
    </Show>
  );
}

function OpenSessions(props: { mentorId: string }) {
  const sessions = useSessions(
    () => 'open',
    () => ({ mentor: props.mentorId }),
  );
  const items = () => (sessions.isPending ? [] : (sessions.data?.pages.flatMap((page) => page.items) ?? []));
  return (
    <section class="stack stack--3" aria-labelledby="open-sessions">
      <h2 class="h-section" id="open-sessions">
        {t('mentorPage.sessions')}
      </h2>
      <ListStates
        query={sessions}
        filled={items().length > 0}
        failed={t('mentorPage.sessionsFailed')}
        skeleton={
          <div class="card-grid card-grid--2">
            <SessionCardSkeleton />
            <SessionCardSkeleton />
          </div>
        }
        empty={
          <div class="card">
            <EmptyState title={t('mentorPage.noSessionsTitle')} text={t('mentorPage.noSessionsText')} />
          </div>
        }
      >
        <div class="card-grid card-grid--2">
          <For each={items()}>{(session) => <SessionCard session={session} />}</For>
        </div>
      </ListStates>
    </section>
  );
}

function MentorSkeleton() {
  return (
    <div class="mp pt-12" role="status" aria-label={t('ui.loading')}>
      <Skeleton class="h-80 rounded-xl!" />
      <div class="mp__main">
        <Skeleton class="h-8 w-1/3" />
        <Skeleton class="h-24 w-full" />
        <Skeleton class="h-64 w-full rounded-lg!" />
      </div>
    </div>
  );
}
