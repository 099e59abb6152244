import { Show } from 'solid-js';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { formatDayAndTime, formatRupees } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { Button } from '../ui/Button.tsx';
import { Price } from '../ui/SessionCard.tsx';
import { isBookable, type SeatBooking } from './seat.ts';

type BookButtonProps = { session: SessionForMe; booking: SeatBooking; block?: boolean };

export function BookButton(props: BookButtonProps) {
  return (
    <Button
      variant="primary"
      size="lg"
      block={props.block}
      busy={props.booking.busy()}
      busyText={t('booking.booking')}
      onClick={() => props.booking.begin()}
    >
      {props.session.pricePaise === 0
        ? t('booking.bookFree')
        : t('booking.bookAndPay', { price: formatRupees(props.session.pricePaise) })}
    </Button>
  );
}

/** On phones price and button stick to the bottom while the seat can be booked. */
export function BookBar(props: BookButtonProps) {
  return (
    <Show when={isBookable(props.session)}>
      <aside class="bookbar" aria-label={t('booking.book')}>
        <div class="bookbar__what">
          <Price pricePaise={props.session.pricePaise} />
          <p class="caption truncate">
            {[
              formatDayAndTime(props.session.startsAt, now()),
              t('session.seatsLeft', { count: props.session.seatsLeft }),
            ].join(' · ')}
          </p>
        </div>
        <BookButton session={props.session} booking={props.booking} />
      </aside>
    </Show>
  );
}
