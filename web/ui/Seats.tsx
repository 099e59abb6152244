import { For, Show } from 'solid-js';
import { t } from '../lib/text.ts';

const drawnUpTo = 12;

/** Seats in words and, while they can be counted at a glance, as a row of places. */
export function Seats(props: { left: number; capacity: number }) {
  const taken = () => props.capacity - props.left;
  return (
    <>
      <b>{t('session.seatsOf', { left: props.left, capacity: props.capacity })}</b>
      <Show when={props.capacity <= drawnUpTo}>
        <span class="seats" aria-hidden="true">
          <For each={Array.from({ length: props.capacity })}>
            {(_, index) => <i classList={{ on: index() < taken() }} />}
          </For>
        </span>
      </Show>
    </>
  );
}
