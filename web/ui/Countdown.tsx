import { Show, createMemo } from 'solid-js';
import { now } from '../lib/clock.ts';
import { partsUntil, spokenMinutes } from '../lib/countdown.ts';
import { formatRelative } from '../lib/formats.ts';
import { t } from '../lib/text.ts';

type CountdownProps = { until: string; large?: boolean };

/** Days in words, the last day as hh:mm:ss in figures that never jump; screen readers hear it at 10, 5 and 1 minutes only. */
export function Countdown(props: CountdownProps) {
  const parts = createMemo(() => partsUntil(props.until, now()));
  const spoken = createMemo(() => spokenMinutes(props.until, now()));
  const figures = () =>
    [
      { figure: parts().hours, unit: t('ui.hours') },
      { figure: parts().minutes, unit: t('ui.minutes') },
      { figure: parts().seconds, unit: t('ui.seconds') },
    ] as const;
  return (
    <Show when={!parts().far} fallback={<span class="countdown">{formatRelative(props.until, now())}</span>}>
      <Show
        when={props.large}
        fallback={
          <span class="countdown" classList={{ 'countdown--soon': parts().soon }} aria-hidden="true">
            {`${parts().hours}:${parts().minutes}:${parts().seconds}`}
          </span>
        }
      >
        <p class="countdown countdown--lg" classList={{ 'countdown--soon': parts().soon }} aria-hidden="true">
          <span>
            {figures()[0].figure}
            <small>{figures()[0].unit}</small>
          </span>
          <b>:</b>
          <span>
            {figures()[1].figure}
            <small>{figures()[1].unit}</small>
          </span>
          <b>:</b>
          <span>
            {figures()[2].figure}
            <small>{figures()[2].unit}</small>
          </span>
        </p>
      </Show>
      <span class="sr-only" aria-live="polite">
        <Show when={spoken()}>{(count) => t('ui.startsInMinutes', { count: count() })}</Show>
      </span>
    </Show>
  );
}
