import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Session } from '../../api/contracts/sessions.ts';
import { formatLanguage } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge, LiveBadge } from '../ui/Badge.tsx';
import { domainName } from '../ui/domainName.ts';
import { Icon } from '../ui/Icon.tsx';
import { Rating } from '../ui/Rating.tsx';
import { SessionDrawing } from '../ui/SessionDrawing.tsx';
import { ShareButton } from '../ui/ShareButton.tsx';
import { TopicBeads } from '../ui/TopicBeads.tsx';
import { isOpen } from './queries.ts';

/** Picture, title, and what can be said in one line. */
export function SessionHead(props: { session: Session }) {
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
          <ShareButton title={props.session.title} variant="onpic" class="sp__share" />
        </div>
      </div>
      <header class="stack stack--3">
        <h1 class="h-hero wrap-anywhere">{props.session.title}</h1>
        <ul class="facts">
          <Show when={props.session.mentor.rating.count > 0}>
            <li>
              <A class="link" href={`/mentors/${props.session.mentor.id}#reviews`}>
                <Rating rating={props.session.mentor.rating} />
                <span class="sr-only">{t('sessionPage.rating')}</span>
              </A>
            </li>
          </Show>
          <li>
            <Icon name="clock" size={20} />
            {t('session.duration', { count: props.session.durationMinutes })}
          </li>
          <li>
            <Icon name="language" size={20} />
            {formatLanguage(props.session.language)}
          </li>
          <For each={props.session.domains}>
            {(domain) => (
              <li>
                <Badge tone="accent">{domainName(domain)}</Badge>
              </li>
            )}
          </For>
        </ul>
      </header>
    </div>
  );
}

/** Who gives it, what it is about, and what happens when the mentor does not come. */
export function SessionAbout(props: {
  session: Session;
  /** Below stands what became of the topics. */
  withoutTopics: boolean;
}) {
  return (
    <>
      <div class="person sp__by">
        <Avatar
          name={props.session.mentor.name}
          id={props.session.mentor.id}
          picture={props.session.mentor.pictureUrl}
          size={48}
          live={props.session.state === 'live'}
        />
        <span class="min-w-0">
          <A class="cover person__name truncate" href={`/mentors/${props.session.mentor.id}`}>
            {props.session.mentor.name}
          </A>
          <span class="row muted">
            {t('sessionPage.mentor')} <Rating rating={props.session.mentor.rating} />
          </span>
        </span>
        <span class="push row link" aria-hidden="true">
          <span class="not-phone">{t('sessionPage.seeMentor')}</span>
          <Icon name="chevron-right" size={20} />
        </span>
      </div>
      <Show when={props.session.description}>
        <section class="stack stack--3" aria-labelledby="about">
          <h2 class="h-section" id="about">
            {t('sessionPage.about')}
          </h2>
          <p class="read whitespace-pre-line wrap-anywhere">{props.session.description}</p>
        </section>
      </Show>
      <Show when={!props.withoutTopics}>
        <Topics topics={props.session.topics} />
      </Show>
      <Show when={isOpen(props.session)}>
        <IfMissing isFree={props.session.pricePaise === 0} />
      </Show>
    </>
  );
}

function Topics(props: { topics: string[] }) {
  return (
    <section class="stack stack--3" aria-labelledby="topics">
      <div class="row row--between">
        <h2 class="h-section" id="topics">
          {t('sessionPage.topics')}
        </h2>
        <TopicBeads count={props.topics.length} />
      </div>
      <ol class="topics-list card">
        <For each={props.topics}>
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
  );
}

function IfMissing(props: { isFree: boolean }) {
  return (
    <section class="stack stack--3" aria-labelledby="if-missing">
      <h2 class="h-section" id="if-missing">
        {t('sessionPage.ifMissing')}
      </h2>
      <p class="card card--pad promise">
        <Icon name="shield-check" />
        <span>{props.isFree ? t('sessionPage.ifMissingFree') : t('sessionPage.ifMissingPaid')}</span>
      </p>
    </section>
  );
}
