import { createSignal } from 'solid-js';
import { booking } from '../../api/contracts/bookings.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { logInGate } from '../accounts/logInGate.ts';
import { applyBooking } from '../bookings/queries.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { describeError } from '../lib/describeError.ts';
import { t } from '../lib/text.ts';
import { showToast } from '../ui/showToast.ts';
import { isOpen, refetchSession } from './queries.ts';

const seatStates = ['confirmed', 'attended'];

export const hasSeat = (session: SessionForMe): boolean =>
  seatStates.includes(session.mine?.bookingState ?? '');

/** Seats are for learners; a visitor may turn out to be one. */
export const isBuyer = (): boolean => (credentials.user()?.role ?? 'learner') === 'learner';

export const isBookable = (session: SessionForMe): boolean =>
  isOpen(session) && !hasSeat(session) && isBuyer() && session.seatsLeft > 0;

/** Booking a seat in a lesson: `begin` asks a visitor to log in first and then goes on. */
export function createBooking(session: () => SessionForMe) {
  const [busy, setBusy] = createSignal(false);
  async function book(): Promise<void> {
    if (busy()) return;
    setBusy(true);
    try {
      applyBooking(await api.post('/api/bookings', booking, { sessionId: session().id }));
      showToast({ tone: 'success', title: t('booking.done'), text: t('booking.doneText') });
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    } finally {
      // Booked or refused: the ticket must say how things stand now.
      await refetchSession(session().id);
      setBusy(false);
    }
  }
  const start = () => void book();
  return { busy, begin: () => logInGate.after(start) };
}

export type SeatBooking = ReturnType<typeof createBooking>;
