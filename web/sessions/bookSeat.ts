import { createSignal } from 'solid-js';
import { booking } from '../../api/contracts/bookings.ts';
import { applyBooking } from '../bookings/queries.ts';
import { api } from '../lib/api.ts';
import { describeError } from '../lib/describeError.ts';
import { t } from '../lib/text.ts';
import { showToast } from '../ui/showToast.ts';
import { refetchSession } from './queries.ts';

const [underWay, setUnderWay] = createSignal<string>();

/** Whether a seat in this lesson is being booked now, from wherever that began. */
export const isBooking = (sessionId: string): boolean => underWay() === sessionId;

/** Books a seat for who is logged in and says how that went. */
export async function bookSeat(sessionId: string): Promise<void> {
  if (underWay()) return;
  setUnderWay(sessionId);
  try {
    applyBooking(await api.post('/api/bookings', booking, { sessionId }));
    showToast({ tone: 'success', title: t('booking.done'), text: t('booking.doneText') });
  } catch (error) {
    showToast({ tone: 'danger', title: describeError(error) });
  } finally {
    // Booked or refused: the ticket must say how things stand now.
    await refetchSession(sessionId);
    setUnderWay(undefined);
  }
}
