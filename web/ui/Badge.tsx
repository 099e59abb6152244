import { Show, createEffect, createSignal, on, type JSX } from 'solid-js';
import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconNames.ts';

export type BadgeTone = 'neutral' | 'success' | 'warning' | 'danger' | 'info' | 'accent' | 'plain' | 'glass';

/** A word about a thing's state; colour never speaks alone. */
export function Badge(props: { tone?: BadgeTone; icon?: IconName; class?: string; children: JSX.Element }) {
  return (
    <span class={`badge badge--${props.tone ?? 'neutral'} ${props.class ?? ''}`}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </span>
  );
}

/** True from a change of the value until the animation that it starts has ended. */
function createPulse(value: () => unknown) {
  const [pulsing, setPulsing] = createSignal(false);
  createEffect(on(value, () => setPulsing(true), { defer: true }));
  return { pulsing, end: () => setPulsing(false) };
}

/** The only filled orange badge; pulses once when `pulseOn` changes. */
export function LiveBadge(props: { children?: JSX.Element; pulseOn?: number }) {
  const pulse = createPulse(() => props.pulseOn);
  return (
    <span
      class="badge badge--live"
      classList={{ 'badge--pulse': pulse.pulsing() }}
      onAnimationEnd={pulse.end}
    >
      {props.children ?? t('ui.live')}
    </span>
  );
}

type CountProps = { value: number; label: string; quiet?: boolean };

/** A number of things that wait; hidden at zero, pulses once when it changes. */
export function Count(props: CountProps) {
  const pulse = createPulse(() => props.value);
  return (
    <Show when={props.value > 0}>
      <span
        class="count"
        classList={{ 'count--quiet': props.quiet, 'count--pulse': pulse.pulsing() }}
        onAnimationEnd={pulse.end}
      >
        <span aria-hidden="true">{props.value > 99 ? '99+' : props.value}</span>
        <span class="sr-only">{props.label}</span>
      </span>
    </Show>
  );
}
