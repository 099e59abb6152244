import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Booking } from '../../api/contracts/bookings.ts';
import { now } from '../lib/clock.ts';
import { formatDay, formatTime } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { EnterRoom } from '../sessions/EnterRoom.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge, LiveBadge } from '../ui/Badge.tsx';
import { SessionDrawing } from '../ui/SessionDrawing.tsx';
import { TopicBeads } from '../ui/TopicBeads.tsx';
import './next-lesson.css';

/** The learner's next seat as a ticket, with its door. */
export function NextLesson(props: { booking: Booking }) {
  const session = () => props.booking.session;
  return (
    <section class="card next" aria-labelledby="next-lesson">
      <div class="next__pic">
        <SessionDrawing session={session()} />
      </div>
      <div class="next__main">
        <p class="row row--wrap">
          <Badge tone="accent" icon="ticket">
            {t('learnerHome.nextLesson')}
          </Badge>
          <Show when={session().state === 'live'}>
            <LiveBadge />
          </Show>
          <Show when={props.booking.state === 'awaiting_approval'}>
            <Badge tone="warning">{t('booking.bookingStates.awaiting_approval')}</Badge>
          </Show>
        </p>
        <h2 class="h-section" id="next-lesson">
          <A class="title-link" href={`/sessions/${session().id}`}>
            {session().title}
          </A>
        </h2>
        <p class="row row--wrap muted">
          <Avatar
            name={session().mentor.name}
            id={session().mentor.id}
            picture={session().mentor.pictureUrl}
            size={24}
          />
          {session().mentor.name}
          <span aria-hidden="true">·</span>
          {t('time.dayAndTime', {
            day: formatDay(session().startsAt, now()),
            time: t('time.fromTo', {
              from: formatTime(session().startsAt),
              to: formatTime(session().endsAt),
            }),
          })}
        </p>
        <TopicBeads count={session().topics.length} />
      </div>
      <div class="next__cut" aria-hidden="true" />
      <div class="next__side">
        <EnterRoom
          startsAt={session().startsAt}
          state={session().state}
          roomCode={props.booking.roomCode}
          opensAt={props.booking.opensAt}
        />
      </div>
    </section>
  );
}
