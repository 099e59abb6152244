import './people.css';
import { For, Match, Show, Switch, createSignal, onCleanup, onMount } from 'solid-js';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import { Switch as Toggle } from '../../ui/choices.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { self } from '../arrangeStage.ts';
import type { Room } from '../createRoom.ts';
import { ownQuality } from '../quality/ownQuality.ts';
import { QualityMark } from '../quality/QualityMark.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { PersonRow } from './PersonRow.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { t } from '../../text/people.ts';

type PanelProps = {
  room: Room;
  sessionId: string;
  me: { id: string; name: string; pictureUrl: string | null };
  isMentor: boolean;
  onClose: () => void;
};
type Asked = { about: 'remove' | 'report'; person: PeerView };

/** Everyone in the room: who they are, what flows from them, and what the mentor can do (ROOM-16). */
export function PeoplePanel(props: PanelProps) {
  const [asked, setAsked] = createSignal<Asked>();
  const view = () => props.room.view;
  const order = () => props.room.order;
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    const before = document.activeElement;
    heading?.focus();
    onCleanup(() => before instanceof HTMLElement && before.isConnected && before.focus());
  });
  /** Whose hand is up comes first, in its order; the others as they came. */
  const people = () => view().people.toSorted((a, b) => (a.hand ?? Infinity) - (b.hand ?? Infinity) || 0);
  return (
    <aside
      class="room-panel"
      aria-labelledby="people-heading"
      onKeyDown={(event) => event.key === 'Escape' && !asked() && props.onClose()}
    >
      <header class="room-panel__head">
        <h2 class="h-card grow" id="people-heading" tabindex="-1" ref={(element) => (heading = element)}>
          {t('people.panel.title', { count: view().people.length + 1 })}
        </h2>
        <IconButton icon="x-mark" size="sm" label={t('people.panel.close')} onClick={() => props.onClose()} />
      </header>
      <Show when={props.isMentor} fallback={<LockNote locked={order().locked()} />}>
        <div class="room-panel__lock">
          <Toggle
            label={t('people.lock.label')}
            checked={order().locked()}
            onChange={(event) => order().setLocked(event.currentTarget.checked)}
          />
          <p class="caption">{t(order().locked() ? 'people.lock.on' : 'people.lock.off')}</p>
        </div>
      </Show>
      <ul class="room-panel__list">
        <PersonRow
          name={props.me.name}
          label={t('people.you', { name: props.me.name })}
          userId={props.me.id}
          pictureUrl={props.me.pictureUrl}
          role={props.isMentor ? 'mentor' : 'learner'}
          microphone={view().local.microphone?.paused === false}
          camera={view().local.camera !== undefined}
          screen={view().local.screen !== undefined}
          handPlace={order().placeOf(self)}
          quality={<QualityMark quality={ownQuality(props.room)} />}
        />
        <For each={people()}>
          {(person) => {
            const received = () => view().received[person.id];
            const flows = (source: 'microphone' | 'camera' | 'screen') =>
              received()?.[source]?.paused === false;
            return (
              <PersonRow
                {...person}
                away={!person.connected}
                microphone={flows('microphone')}
                camera={flows('camera')}
                screen={flows('screen')}
                handPlace={order().placeOf(person.id)}
                quality={<QualityMark quality={props.room.quality.of(person.id)} />}
                menu={
                  <PersonMenu
                    person={person}
                    isMentor={props.isMentor}
                    microphone={flows('microphone')}
                    camera={flows('camera')}
                    screen={flows('screen')}
                    onAct={(act) => order().moderate(person.id, act)}
                    onRemove={() => setAsked({ about: 'remove', person })}
                    onReport={() => setAsked({ about: 'report', person })}
                  />
                }
              />
            );
          }}
        </For>
      </ul>
      <Show when={asked()} keyed>
        {({ about, person }) => (
          <Switch>
            <Match when={about === 'remove'}>
              <RemoveDialog
                name={person.name}
                onAnswer={(remove) => {
                  setAsked(undefined);
                  if (remove) order().moderate(person.id, 'remove');
                }}
              />
            </Match>
            <Match when={about === 'report'}>
              <ReportDialog sessionId={props.sessionId} person={person} onDone={() => setAsked(undefined)} />
            </Match>
          </Switch>
        )}
      </Show>
    </aside>
  );
}

function LockNote(props: { locked: boolean }) {
  return (
    <Show when={props.locked}>
      <p class="room-panel__lock caption">{t('people.lock.on')}</p>
    </Show>
  );
}
