import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Session } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { formatDayAndTime, formatLanguage, formatRupees } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { Avatar } from './Avatar.tsx';
import { Badge, LiveBadge } from './Badge.tsx';
import { createCardDetails } from './cardDetails.ts';
import { Skeleton } from './feedback.tsx';
import { Icon } from './Icon.tsx';
import { Rating } from './Rating.tsx';
import { SessionDrawing } from './SessionDrawing.tsx';

const topicsShown = 3;

/** One link; topics slide up over the picture on hover, focus, and the first tap. */
export function SessionCard(props: { session: Session }) {
  const details = createCardDetails();
  return (
    <article
      class="card card--link session"
      classList={{ 'is-open': details.isOpen(), 'is-shut': details.isShut() }}
      ref={details.follow}
    >
      <div class="session__pic">
        <SessionDrawing session={props.session} />
        <div class="session__top">
          <When session={props.session} />
          <Badge tone="glass">
            {props.session.seatsLeft > 0
              ? t('session.seatsLeft', { count: props.session.seatsLeft })
              : t('session.noSeats')}
          </Badge>
        </div>
      </div>
      <div class="session__body">
        <h3 class="session__title clamp-2">
          <A class="cover" href={`/sessions/${props.session.id}`}>
            {props.session.title}
          </A>
        </h3>
        <p class="session__meta">
          <Avatar
            name={props.session.mentor.name}
            id={props.session.mentor.id}
            picture={props.session.mentor.pictureUrl}
            size={24}
          />
          <span class="truncate">{props.session.mentor.name}</span>
          <Rating rating={props.session.mentor.rating} />
        </p>
        <p class="session__foot">
          <Price pricePaise={props.session.pricePaise} />
          <span class="muted">
            {[
              t('time.minutes', { count: props.session.durationMinutes }),
              formatLanguage(props.session.language),
            ].join(' · ')}
          </span>
        </p>
      </div>
      <div class="session__more">
        <p class="h-small">{t('session.cover')}</p>
        <ul class="stack stack--1">
          <For each={props.session.topics.slice(0, topicsShown)}>
            {(topic) => (
              <li>
                <Icon name="check" size={16} />
                <span class="clamp-2">{topic}</span>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.session.topics.length > topicsShown}>
          <p class="muted">{t('session.moreTopics', { count: props.session.topics.length - topicsShown })}</p>
        </Show>
      </div>
    </article>
  );
}

/** When it begins; once it has begun or is over, that. */
function When(props: { session: Session }) {
  return (
    <Show
      when={props.session.state === 'live'}
      fallback={
        <Badge tone="glass">
          {props.session.state === 'scheduled'
            ? formatDayAndTime(props.session.startsAt, now())
            : t(`session.states.${props.session.state}`)}
        </Badge>
      }
    >
      <LiveBadge />
    </Show>
  );
}

export function Price(props: { pricePaise: number; large?: boolean }) {
  return (
    <span class="price" classList={{ 'price--free': props.pricePaise === 0, 'price--lg': props.large }}>
      {props.pricePaise === 0 ? t('session.free') : formatRupees(props.pricePaise)}
    </span>
  );
}

export function SessionCardSkeleton() {
  return (
    <div class="card session" aria-hidden="true">
      <Skeleton class="session__pic rounded-none!" />
      <div class="session__body">
        <Skeleton class="h-5 w-11/12" />
        <Skeleton class="h-5 w-2/3" />
        <Skeleton class="mt-2 h-4 w-1/2" />
        <Skeleton class="mt-4 h-5 w-full" />
      </div>
    </div>
  );
}
