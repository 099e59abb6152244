import { For, Show } from 'solid-js';
import { Icon } from '../../ui/Icon.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { Control } from '../Control.tsx';
import type { Order } from './createOrder.ts';
import { reactionIcons, reactions } from './reactionIcons.ts';
import { t } from '../../text/people.ts';

export function HandControl(props: { order: Order }) {
  return (
    <Control
      icon="hand-raised"
      word={t('people.hand.word')}
      label={t(props.order.handUp() ? 'people.hand.lower' : 'people.hand.raise')}
      shortcut="H"
      pressed={props.order.handUp()}
      look={props.order.handUp() ? 'on' : 'plain'}
      onPress={() => props.order.toggleHand()}
    />
  );
}

export function ReactionsControl(props: { open: boolean; onOpen: (open: boolean) => void }) {
  return (
    <Control
      icon="face-smile"
      word={t('people.react.word')}
      label={t('people.react.label')}
      shortcut="R"
      pressed={props.open}
      look={props.open ? 'on' : 'plain'}
      onPress={() => props.onOpen(!props.open)}
    />
  );
}

export function ReactionChoices(props: { order: Order }) {
  return (
    <div class="react__choices glass" role="group" aria-label={t('people.react.label')}>
      <For each={reactions}>
        {(reaction) => (
          <Tooltip
            label={t(`people.reactions.${reaction}`)}
            trigger={(given) => (
              <button
                {...given}
                type="button"
                class="btn btn--ghost btn--icon"
                aria-label={t(`people.reactions.${reaction}`)}
                onClick={() => props.order.react(reaction)}
              >
                <Icon name={reactionIcons[reaction]} />
              </button>
            )}
          />
        )}
      </For>
    </div>
  );
}

/** The list of people, with a sign when somebody knocks. */
export function PeopleControl(props: { order: Order; open: boolean; onOpen: (open: boolean) => void }) {
  return (
    <div class="people-control">
      <Control
        icon="users"
        word={t('people.panel.word')}
        label={t(props.open ? 'people.panel.close' : 'people.panel.open')}
        shortcut="P"
        pressed={props.open}
        look={props.open ? 'on' : 'plain'}
        onPress={() => props.onOpen(!props.open)}
      />
      <Show when={props.order.knocks().length > 0}>
        <span class="people-control__dot" aria-hidden="true" />
      </Show>
    </div>
  );
}
