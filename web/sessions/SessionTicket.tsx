import { Show } from 'solid-js';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { formatLongDay, formatRelative, formatTime, formatZone } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { Ticket } from '../ui/Card.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Seats } from '../ui/Seats.tsx';
import { Price } from '../ui/SessionCard.tsx';
import { HostingActs } from './HostingActs.tsx';
import { isOpen } from './queries.ts';
import type { SeatBooking } from './seat.ts';
import { SeatActs } from './SeatActs.tsx';

/** What is bought above the cut, the one thing to do about it below. */
export function SessionTicket(props: { session: SessionForMe; booking: SeatBooking }) {
  const isNext = () => props.session.state === 'scheduled' && Date.parse(props.session.startsAt) > now();
  return (
    <Ticket
      top={
        <>
          <p class="row row--base">
            <Price pricePaise={props.session.pricePaise} large />
            <span class="muted">{t('session.forOneSeat')}</span>
          </p>
          <ul class="when">
            <li>
              <Icon name="calendar-days" />
              <span>
                <b>{formatLongDay(props.session.startsAt)}</b>
                <small>
                  {t('time.yourTime', {
                    from: formatTime(props.session.startsAt),
                    to: formatTime(props.session.endsAt),
                    zone: formatZone(props.session.startsAt),
                  })}
                </small>
                <Show when={isNext()}>
                  <small>
                    {t('session.startsAt', { when: formatRelative(props.session.startsAt, now()) })}
                  </small>
                </Show>
              </span>
            </li>
            <Show when={isOpen(props.session)}>
              <li>
                <Icon name="user-group" />
                <span aria-live="polite">
                  <Seats left={props.session.seatsLeft} capacity={props.session.capacity} />
                </span>
              </li>
            </Show>
          </ul>
        </>
      }
      bottom={
        <Show
          when={props.session.mine?.isMentor}
          fallback={<SeatActs session={props.session} booking={props.booking} />}
        >
          <HostingActs session={props.session} block />
        </Show>
      }
    />
  );
}
