import { For, Show } from 'solid-js';
import { Icon } from '../../ui/Icon.tsx';
import type { Order } from './createOrder.ts';
import { reactionIcons } from './reactionIcons.ts';
import { t } from '../../text/people.ts';

/** On someone's tile: a raised hand with its place, and what they react with. */
export function Signs(props: { order: Order; of: string }) {
  return (
    <>
      <Show when={props.order.placeOf(props.of)}>
        {(place) => (
          <span class="tile__hand" role="img" aria-label={t('people.hand.place', { place: place() })}>
            <Icon name="hand-raised" size={20} />
            {place()}
          </span>
        )}
      </Show>
      {/* Read out where the room says what happens. */}
      <span class="tile__reactions" aria-hidden="true">
        <For each={props.order.reactionsOf(props.of)}>
          {({ reaction }) => (
            <i data-reaction={reaction}>
              <Icon name={reactionIcons[reaction]} />
            </i>
          )}
        </For>
      </span>
    </>
  );
}
