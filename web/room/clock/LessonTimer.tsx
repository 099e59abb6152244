import { Show, createSignal } from 'solid-js';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { now } from '../../lib/clock.ts';
import { t } from '../../text/lobby.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { formatLength } from '../lessonClock.ts';
import type { Clock } from './createClock.ts';
import { ExtendDialog } from './ExtendDialog.tsx';

type LessonTimerProps = {
  session: SessionForMe;
  clock: Clock;
  isMentor: boolean;
  /** Why it stands still, when it does. */
  pauseReason: string;
};

/** How long mentor and learner were together, of how long it was planned; for the mentor the way to more of it. */
export function LessonTimer(props: LessonTimerProps) {
  const [asking, setAsking] = createSignal(false);
  const startsInMs = () => Date.parse(props.session.startsAt) - now();
  const waiting = () => !props.clock.started() && startsInMs() > 0;
  const standsStill = () => props.clock.started() && props.clock.paused();
  return (
    <>
      <div class="timer">
        <Show
          when={!waiting()}
          fallback={<span>{t('clock.startsIn', { left: formatLength(startsInMs()) })}</span>}
        >
          <Face session={props.session} clock={props.clock} />
        </Show>
      </div>
      <span role="status">
        <Show when={standsStill()}>
          <span class="timer-pause">
            <Icon name="pause" />
            <span class="truncate">{props.pauseReason}</span>
          </span>
        </Show>
      </span>
      <Show when={props.isMentor}>
        <IconButton
          icon="plus-circle"
          size="sm"
          label={t('clock.open')}
          aria-haspopup="dialog"
          onClick={() => setAsking(true)}
        />
        <ExtendDialog
          session={props.session}
          lostMs={props.clock.lostMs()}
          open={asking()}
          onOpenChange={setAsking}
        />
      </Show>
    </>
  );
}

function Face(props: { session: SessionForMe; clock: Clock }) {
  const minutes = () => props.session.durationMinutes;
  const elapsed = () => formatLength(props.clock.elapsedMs());
  const share = () => Math.min(100, (props.clock.elapsedMs() / (minutes() * 60_000)) * 100);
  const overMs = () => now() - Date.parse(props.session.endsAt);
  return (
    <span
      class="timer__face"
      classList={{ 'is-paused': props.clock.paused() }}
      role="timer"
      aria-label={t('clock.elapsed', { elapsed: elapsed(), minutes: minutes() })}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9.5" />
        <circle class="v" cx="12" cy="12" r="9.5" pathLength="100" stroke-dasharray={`${share()} 100`} />
      </svg>
      <b>{elapsed()}</b>
      <Show
        when={overMs() > 0}
        fallback={<span class="not-phone">{t('clock.of', { minutes: minutes() })}</span>}
      >
        <span class="timer__over">{t('clock.over', { length: formatLength(overMs()) })}</span>
      </Show>
    </span>
  );
}
