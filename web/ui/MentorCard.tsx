import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { MentorCard as Mentor } from '../../api/contracts/mentors.ts';
import { now } from '../lib/clock.ts';
import { formatLanguage, formatWhen } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { Avatar } from './Avatar.tsx';
import { LiveBadge } from './Badge.tsx';
import { createCardDetails } from './cardDetails.ts';
import { domainName } from './domainName.ts';
import { Skeleton } from './feedback.tsx';
import { Rating } from './Rating.tsx';

/** One link; what they say of themselves slides up on hover, focus, and the first tap. */
export function MentorCard(props: { mentor: Mentor }) {
  const details = createCardDetails();
  return (
    <article
      class="card card--link mentor"
      classList={{ 'is-open': details.isOpen(), 'is-shut': details.isShut() }}
      ref={details.follow}
    >
      <div class="mentor__top">
        <Avatar
          name={props.mentor.name}
          id={props.mentor.id}
          picture={props.mentor.pictureUrl}
          size={56}
          live={props.mentor.isLive}
        />
        <div class="grow">
          <h3 class="h-card truncate">
            <A class="cover" href={`/mentors/${props.mentor.id}`}>
              {props.mentor.name}
            </A>
          </h3>
          <p class="muted truncate">{props.mentor.domains.map(domainName).join(', ')}</p>
        </div>
      </div>
      <p class="mentor__about clamp-2 muted">{props.mentor.about}</p>
      <p class="mentor__foot">
        <Rating rating={props.mentor.rating} />
        <Show
          when={props.mentor.isLive}
          fallback={
            <span class="muted truncate">{t('mentorCard.held', { count: props.mentor.sessionsHeld })}</span>
          }
        >
          <LiveBadge />
        </Show>
      </p>
      <div class="mentor__more">
        <p class="h-small truncate">{props.mentor.skills.join(', ')}</p>
        <p class="muted truncate">{props.mentor.languages.map(formatLanguage).join(', ')}</p>
        <p class="truncate">
          {props.mentor.nextSession
            ? t('mentorCard.next', { when: formatWhen(props.mentor.nextSession.startsAt, now()) })
            : t('mentorCard.noNext')}
        </p>
      </div>
    </article>
  );
}

export function MentorCardSkeleton() {
  return (
    <div class="card mentor" aria-hidden="true">
      <div class="mentor__top">
        <Skeleton class="size-14 rounded-full!" />
        <div class="stack stack--2 grow">
          <Skeleton class="h-5 w-2/3" />
          <Skeleton class="h-4 w-1/2" />
        </div>
      </div>
      <Skeleton class="h-10 w-full" />
      <Skeleton class="h-5 w-full" />
    </div>
  );
}
