import type { JSX } from 'solid-js';
import { now } from '../lib/clock.ts';
import { hourOfDay } from '../lib/zone.ts';
import { t } from '../text/dashboards.ts';

type GreetingProps = { name: string; line?: string; action?: JSX.Element };

/** The head of a home page: good morning, and how things stand in one sentence. */
export function Greeting(props: GreetingProps) {
  const greet = () => {
    const hour = hourOfDay(now());
    const name = props.name.split(' ')[0] ?? props.name;
    if (hour < 12) return t('greeting.morning', { name });
    return hour < 17 ? t('greeting.afternoon', { name }) : t('greeting.evening', { name });
  };
  return (
    <header class="page-head">
      <div class="page-head__text">
        <h1 class="h-page">{greet()}</h1>
        <p class="muted min-h-5" aria-live="polite">
          {props.line}
        </p>
      </div>
      {props.action}
    </header>
  );
}
