import { createSignal } from 'solid-js';
import { z } from 'zod';
import type { Booking } from '../../api/contracts/bookings.ts';
import { api } from '../lib/api.ts';
import { now } from '../lib/clock.ts';
import { describeError } from '../lib/describeError.ts';
import { formatWhen } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { showToast } from '../ui/showToast.ts';
import { applyBooking } from './queries.ts';

/** Gives a seat back, after asking. */
export function CancelSeat(props: { booking: Booking }) {
  const [asking, setAsking] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  async function cancel(): Promise<void> {
    setBusy(true);
    try {
      await api.post(`/api/bookings/${props.booking.id}/cancel`, z.unknown());
      showToast({ tone: 'success', title: t('booking.cancelled') });
      setAsking(false);
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    } finally {
      setBusy(false);
      applyBooking(props.booking);
    }
  }
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        {t('booking.cancel')}
      </Button>
      <Dialog
        open={asking()}
        onOpenChange={setAsking}
        mustAnswer
        title={t('booking.cancelTitle')}
        description={t('booking.cancelText', {
          title: props.booking.session.title,
          when: formatWhen(props.booking.session.startsAt, now()),
        })}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('booking.keep')}</Button>
            <Button
              variant="danger"
              busy={busy()}
              busyText={t('booking.cancelling')}
              onClick={() => void cancel()}
            >
              {t('booking.cancel')}
            </Button>
          </>
        }
      />
    </>
  );
}
