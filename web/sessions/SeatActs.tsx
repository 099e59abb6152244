import { Match, Show, Switch, createSignal } from 'solid-js';
import { booking as bookingContract } from '../../api/contracts/bookings.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { logInGate } from '../accounts/logInGate.ts';
import { applyBooking } from '../bookings/queries.ts';
import { EnterRoom } from './EnterRoom.tsx';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { describeError } from '../lib/describeError.ts';
import { formatRupees } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Banner } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { showToast } from '../ui/showToast.ts';
import { isOpen, refetchSession } from './queries.ts';

const seatStates = ['confirmed', 'attended'];

/** What a learner or a visitor can do about a lesson: book, wait for the doors, enter. */
export function SeatActs(props: { session: SessionForMe }) {
  const hasSeat = () => seatStates.includes(props.session.mine?.bookingState ?? '');
  const mayBook = () => (credentials.user()?.role ?? 'learner') === 'learner';
  return (
    <Switch fallback={<BookSeat session={props.session} />}>
      <Match when={!isOpen(props.session)}>
        <Banner tone="info">{t(`booking.states.${props.session.state}`)}</Banner>
        <ButtonLink href="/sessions" block>
          {t('sessionPage.otherSessions')}
        </ButtonLink>
      </Match>
      <Match when={hasSeat()}>
        <Banner tone="success">{t('booking.yours')}</Banner>
        <EnterRoom
          startsAt={props.session.startsAt}
          state={props.session.state}
          roomCode={props.session.mine?.roomCode ?? null}
          opensAt={props.session.mine?.opensAt ?? null}
        />
      </Match>
      <Match when={!mayBook()}>
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

function BookSeat(props: { session: SessionForMe }) {
  const [busy, setBusy] = createSignal(false);
  async function book(): Promise<void> {
    setBusy(true);
    try {
      applyBooking(await api.post('/api/bookings', bookingContract, { sessionId: props.session.id }));
      showToast({ tone: 'success', title: t('booking.done'), text: t('booking.doneText') });
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    } finally {
      // Booked or refused: the ticket must say how things stand now.
      await refetchSession(props.session.id);
      setBusy(false);
    }
  }
  const begin = () => void book();
  return (
    <>
      <Button
        variant="primary"
        size="lg"
        block
        busy={busy()}
        busyText={t('booking.booking')}
        onClick={() => logInGate.after(begin)}
      >
        {props.session.pricePaise === 0
          ? t('booking.bookFree')
          : t('booking.bookAndPay', { price: formatRupees(props.session.pricePaise) })}
      </Button>
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
