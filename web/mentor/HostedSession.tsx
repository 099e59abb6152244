import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Session } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { formatDay, formatTime } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { HostingActs } from '../sessions/HostingActs.tsx';
import { useSession } from '../sessions/queries.ts';
import { LiveBadge } from '../ui/Badge.tsx';
import { Countdown } from '../ui/Countdown.tsx';
import { Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TopicBeads } from '../ui/TopicBeads.tsx';

/** One of the mentor's own lessons with what can be done about it now. */
export function HostedSession(props: { session: Session; isNext?: boolean; withDay?: boolean }) {
  // The list does not say when it may go live and where its room is; the lesson itself does.
  const detail = useSession(() => props.session.id);
  const taken = () => props.session.capacity - props.session.seatsLeft;
  return (
    <li class="today__item" classList={{ 'today__item--next': props.isNext }}>
      <div class="today__time">
        <b>{formatTime(props.session.startsAt)}</b>
        <span>
          {props.withDay
            ? formatDay(props.session.startsAt, now())
            : t('time.minutes', { count: props.session.durationMinutes })}
        </span>
      </div>
      <div class="today__body">
        <div class="row row--between row--top">
          <h3 class="h-card min-w-0">
            <A class="title-link" href={`/sessions/${props.session.id}`}>
              {props.session.title}
            </A>
          </h3>
          <Show when={props.session.state === 'live'} fallback={<Countdown until={props.session.startsAt} />}>
            <LiveBadge />
          </Show>
        </div>
        <p class="row row--wrap row--4 muted">
          <span class="row">
            <Icon name="users" size={20} />
            {t('session.booked', { taken: taken(), capacity: props.session.capacity })}
          </span>
          <TopicBeads count={props.session.topics.length} />
        </p>
        <Show when={detail.isSuccess && detail.data} fallback={<Skeleton class="h-10 w-40" />}>
          {(session) => <HostingActs session={session()} quiet={!props.isNext} />}
        </Show>
      </div>
    </li>
  );
}
