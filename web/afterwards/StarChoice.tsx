import { For } from 'solid-js';
import { t } from '../text/afterwards.ts';
import { Icon } from '../ui/Icon.tsx';

const outOf = [1, 2, 3, 4, 5];

/** One to five stars: radio buttons, so that arrow keys and screen readers know what to do. */
export function StarChoice(props: { value: number; name: string; onValue: (stars: number) => void }) {
  return (
    <fieldset class="star-choice">
      <legend class="sr-only">{t('afterwards.rate.stars')}</legend>
      <For each={outOf}>
        {(stars) => (
          <label classList={{ on: stars <= props.value }}>
            <input
              type="radio"
              class="sr-only"
              name={props.name}
              value={stars}
              checked={stars === props.value}
              onChange={() => props.onValue(stars)}
            />
            <Icon name="star" />
            <span class="sr-only">{t('afterwards.rate.star', { count: stars })}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
