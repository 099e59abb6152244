import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import type { Booking, BookingState } from '../../api/contracts/bookings.ts';
import { now } from '../lib/clock.ts';
import { formatDayOfMonth, formatTime, formatWeekday, isToday } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { Badge, LiveBadge, type BadgeTone } from '../ui/Badge.tsx';
import { TopicBeads } from '../ui/TopicBeads.tsx';

const tones: Record<BookingState, BadgeTone> = {
  held: 'warning',
  awaiting_approval: 'warning',
  confirmed: 'success',
  attended: 'success',
  no_show: 'danger',
  expired: 'neutral',
  rejected: 'danger',
  cancelled: 'neutral',
  declined: 'neutral',
};

/** One seat in a list: when, what, with whom, how it stands; `acts` stand at the end (null keeps their place). */
export function BookingRow(props: { booking: Booking; acts?: JSX.Element | null }) {
  const session = () => props.booking.session;
  return (
    <li class="booked">
      <DateBox at={session().startsAt} />
      <span class="booked__what">
        <A class="strong cover truncate" href={`/sessions/${session().id}`}>
          {session().title}
        </A>
        <span class="muted truncate">
          {[
            session().mentor.name,
            formatTime(session().startsAt),
            t('time.minutes', { count: session().durationMinutes }),
          ].join(' · ')}
        </span>
      </span>
      <span class="booked__beads">
        <TopicBeads count={session().topics.length} />
      </span>
      <span class="booked__state">
        <Show
          when={session().state === 'live' && props.booking.state === 'confirmed'}
          fallback={
            <Badge tone={tones[props.booking.state]}>
              {t(`booking.bookingStates.${props.booking.state}`)}
            </Badge>
          }
        >
          <LiveBadge />
        </Show>
      </span>
      <Show when={props.acts !== undefined}>
        <span class="booked__acts">{props.acts}</span>
      </Show>
    </li>
  );
}

export function DateBox(props: { at: string }) {
  return (
    <time class="datebox" classList={{ 'datebox--today': isToday(props.at, now()) }} dateTime={props.at}>
      <b>{formatDayOfMonth(props.at)}</b>
      <span>{formatWeekday(props.at)}</span>
    </time>
  );
}
