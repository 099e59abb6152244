import { Show, createSignal } from 'solid-js';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { now } from '../../lib/clock.ts';
import { t } from '../../text/lobby.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { minutesToAdd } from '../lessonClock.ts';
import { createExtending } from './createExtending.ts';

/** So long before the planned end lost time is offered. */
const offeredMs = 5 * 60_000;

/** What dropped connections took of the lesson is offered to the mentor when its time is nearly up (ROOM-13). */
export function LostTimeOffer(props: { session: SessionForMe; lostMs: number }) {
  const [declined, setDeclined] = createSignal(0);
  const extending = createExtending(
    () => props.session,
    () => undefined,
  );
  const lost = () => minutesToAdd(props.lostMs, props.session.extendedMinutes);
  const offered = () => Date.parse(props.session.endsAt) - now() <= offeredMs && lost() > declined();
  return (
    <section class="lost-time" aria-live="polite" aria-label={t('clock.open')}>
      <Show when={offered()}>
        <div class="knock">
          <Icon name="clock" />
          <p class="grow">
            <b>{t('clock.lost', { minutes: lost() })}</b> {extending.refusal() ?? t('clock.lostText')}
          </p>
          <span class="knock__acts">
            <Button size="sm" onClick={() => setDeclined(lost())}>
              {t('clock.noThanks')}
            </Button>
            <Button
              size="sm"
              variant="primary"
              busy={extending.adding() !== undefined}
              busyText={t('clock.adding')}
              onClick={() => void extending.add(lost())}
            >
              {t('clock.addLong', { minutes: lost() })}
            </Button>
          </span>
        </div>
      </Show>
    </section>
  );
}
