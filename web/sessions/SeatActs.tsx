import { Match, Show, Switch } from 'solid-js';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { t } from '../lib/text.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Banner } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { BookButton } from './BookButton.tsx';
import { EnterRoom } from './EnterRoom.tsx';
import { isOpen } from './queries.ts';
import { hasSeat, isBuyer, type SeatBooking } from './seat.ts';

/** What a learner or a visitor can do about a lesson: book, wait for the doors, enter. */
export function SeatActs(props: { session: SessionForMe; booking: SeatBooking }) {
  return (
    <Switch fallback={<BookSeat session={props.session} booking={props.booking} />}>
      <Match when={!isOpen(props.session)}>
        <Banner tone="info">{t(`booking.states.${props.session.state}`)}</Banner>
        <ButtonLink href="/sessions" block>
          {t('sessionPage.otherSessions')}
        </ButtonLink>
      </Match>
      <Match when={hasSeat(props.session)}>
        <Banner tone="success">{t('booking.yours')}</Banner>
        <EnterRoom
          startsAt={props.session.startsAt}
          state={props.session.state}
          roomCode={props.session.mine?.roomCode ?? null}
          opensAt={props.session.mine?.opensAt ?? null}
        />
      </Match>
      <Match when={!isBuyer()}>
        <p class="muted">{t('booking.learnersOnly')}</p>
      </Match>
      <Match when={props.session.seatsLeft === 0}>
        <Button block size="lg" disabled aria-describedby="slot-taken">
          {t('booking.full')}
        </Button>
        <p class="caption" id="slot-taken">
          {t('booking.fullText')}
        </p>
        <ButtonLink href="/sessions" variant="primary" block>
          {t('sessionPage.otherSessions')}
        </ButtonLink>
      </Match>
    </Switch>
  );
}

function BookSeat(props: { session: SessionForMe; booking: SeatBooking }) {
  return (
    <>
      <div class="book-here">
        <BookButton session={props.session} booking={props.booking} block />
      </div>
      <ul class="ticks">
        <Show when={props.session.pricePaise === 0}>
          <li>
            <Icon name="check-circle" size={20} />
            {t('booking.nothingToPay')}
          </li>
        </Show>
        <li>
          <Icon name="arrow-uturn-left" size={20} />
          {t('booking.cancelFree')}
        </li>
        <li>
          <Icon name="video-camera" size={20} />
          {t('booking.meetInBrowser')}
        </li>
      </ul>
    </>
  );
}
