import { Match, Show, Switch } from 'solid-js';
import type { SessionState } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { partsUntil } from '../lib/countdown.ts';
import { formatWhen } from '../lib/formats.ts';
import { t } from '../lib/text.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Countdown } from '../ui/Countdown.tsx';

type EnterRoomProps = {
  startsAt: string;
  state: SessionState;
  roomCode: string | null;
  opensAt: string | null;
};

/** A booked learner's door: open from `opensAt`, or as soon as the mentor is live. */
export function EnterRoom(props: EnterRoomProps) {
  const isOpen = () =>
    props.roomCode !== null &&
    (props.state === 'live' || (props.opensAt !== null && Date.parse(props.opensAt) <= now()));
  const started = () => Date.parse(props.startsAt) <= now();
  return (
    <>
      <Switch fallback={<p class="caption">{t('booking.hasStarted')}</p>}>
        <Match when={props.state === 'live'}>
          <p class="caption">{t('booking.doorsAreOpen')}</p>
        </Match>
        <Match when={!started()}>
          <div class="starts-in">
            <p class="caption">
              {partsUntil(props.startsAt, now()).far ? t('booking.starts') : t('booking.startsIn')}
            </p>
            <Countdown until={props.startsAt} large />
          </div>
        </Match>
      </Switch>
      <Show
        when={isOpen() && props.roomCode}
        fallback={
          <>
            <Button size="lg" block disabled aria-describedby="doors">
              {t('booking.enter')}
            </Button>
            <Show when={props.opensAt}>
              {(opensAt) => (
                <p class="caption" id="doors">
                  {t('booking.doorsOpen', { when: formatWhen(opensAt(), now()) })}
                </p>
              )}
            </Show>
          </>
        }
      >
        {(roomCode) => (
          <ButtonLink href={`/session/${roomCode()}`} variant="primary" size="lg" block icon="video-camera">
            {t('booking.enter')}
          </ButtonLink>
        )}
      </Show>
    </>
  );
}
