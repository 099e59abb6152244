import { For, Show, createSignal } from 'solid-js';
import { Icon } from '../../ui/Icon.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { Control } from '../Control.tsx';
import { useShortcuts } from '../shortcuts.ts';
import type { Order } from './createOrder.ts';
import { reactionIcons, reactions } from './reactionIcons.ts';
import { t } from '../../text/people.ts';

type ControlsProps = {
  order: Order;
  panelOpen: boolean;
  onPanel: (open: boolean) => void;
};

/** Hand, reactions and the list of people, in the bar (ROOM-7). */
export function PeopleControls(props: ControlsProps) {
  const [choosing, setChoosing] = createSignal(false);
  const acts = {
    H: () => props.order.toggleHand(),
    R: () => setChoosing(!choosing()),
    P: () => props.onPanel(!props.panelOpen),
  };
  useShortcuts(acts);
  return (
    <>
      <Control
        icon="hand-raised"
        word={t('people.hand.word')}
        label={t(props.order.handUp() ? 'people.hand.lower' : 'people.hand.raise')}
        shortcut="H"
        pressed={props.order.handUp()}
        look={props.order.handUp() ? 'on' : 'plain'}
        onPress={acts.H}
      />
      <div class="react" onKeyDown={(event) => event.key === 'Escape' && setChoosing(false)}>
        <Control
          icon="face-smile"
          word={t('people.react.word')}
          label={t('people.react.label')}
          shortcut="R"
          pressed={choosing()}
          look={choosing() ? 'on' : 'plain'}
          onPress={acts.R}
        />
        <Show when={choosing()}>
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
        </Show>
      </div>
      <div class="people-control">
        <Control
          icon="users"
          word={t('people.panel.word')}
          label={t(props.panelOpen ? 'people.panel.close' : 'people.panel.open')}
          shortcut="P"
          pressed={props.panelOpen}
          look={props.panelOpen ? 'on' : 'plain'}
          onPress={acts.P}
        />
        <Show when={props.order.knocks().length > 0}>
          <span class="people-control__dot" aria-hidden="true" />
        </Show>
      </div>
    </>
  );
}
