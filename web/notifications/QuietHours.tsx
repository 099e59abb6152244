import { Show, createEffect, createSignal, on, untrack } from 'solid-js';
import type { Preferences } from '../../api/contracts/preferences.ts';
import { t } from '../text/notifications.ts';
import { Switch } from '../ui/choices.tsx';
import { TextField } from '../ui/fields.tsx';
import type { Save } from './createSaver.ts';

type Hours = NonNullable<Preferences['quietHours']>;
const usual: Hours = { from: '22:00', to: '07:00' };

export function QuietHours(props: { chosen: Preferences['quietHours']; zone: string; save: Save }) {
  return (
    <div class="told__part">
      <h3 class="h-card">{t('told.quietTitle')}</h3>
      <Switch
        checked={props.chosen !== null}
        onChange={(event) => props.save({ quietHours: event.currentTarget.checked ? usual : null })}
        label={t('told.quiet')}
      />
      <p class="muted">{t('told.quietHelp', { zone: props.zone })}</p>
      <Show when={props.chosen}>{(hours) => <Times hours={hours()} save={props.save} />}</Show>
    </div>
  );
}

/** Saved when both are whole and differ; until then the field says what is missing. */
function Times(props: { hours: Hours; save: Save }) {
  const first = untrack(() => props.hours);
  const [from, setFrom] = createSignal(first.from);
  const [to, setTo] = createSignal(first.to);
  // Changed in another tab.
  createEffect(
    on(
      () => [props.hours.from, props.hours.to] as const,
      ([newFrom, newTo]) => {
        setFrom(newFrom);
        setTo(newTo);
      },
      { defer: true },
    ),
  );
  const missing = (time: string) => (time === '' ? t('told.timeMissing') : undefined);
  const wrongEnd = () => missing(to()) ?? (to() === from() ? t('told.timeSame') : undefined);
  function save(): void {
    const isSame = from() === props.hours.from && to() === props.hours.to;
    if (!missing(from()) && !wrongEnd() && !isSame) props.save({ quietHours: { from: from(), to: to() } });
  }
  return (
    <div class="told__times">
      <TextField
        type="time"
        label={t('told.from')}
        name="quietFrom"
        value={from()}
        onValue={(time) => {
          setFrom(time);
          save();
        }}
        error={missing(from())}
      />
      <TextField
        type="time"
        label={t('told.to')}
        name="quietTo"
        value={to()}
        onValue={(time) => {
          setTo(time);
          save();
        }}
        error={wrongEnd()}
      />
    </div>
  );
}
