import { Show, createSignal, onMount, untrack } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { ControlBar } from './ControlBar.tsx';
import type { Device } from './createDevices.ts';
import { createRoom } from './createRoom.ts';
import { askTicket, endLesson } from './lessonCalls.ts';
import { ElsewhereDialog } from './people/ElsewhereDialog.tsx';
import { Knocks } from './people/Knocks.tsx';
import { PeoplePanel } from './people/PeoplePanel.tsx';
import { tabId } from './people/tabId.ts';
import { tellOrder } from './people/tellOrder.ts';
import { t } from '../text/room.ts';
import type { RoomEnd } from './roomTypes.ts';
import { Sound } from './Sound.tsx';
import { Stage } from './Stage.tsx';
import { ConnectionState, FullScreenButton, LessonTimer, TopBar } from './TopBar.tsx';

type InRoomProps = {
  lesson: SessionForMe;
  user: User;
  isMentor: boolean;
  microphone: Device;
  camera: Device;
  /** This tab was chosen over another one in which the person was. */
  takeOver: boolean;
  onOver: (end: RoomEnd) => void;
};

/** The lesson itself: stage, controls, and what is said of who comes and goes. */
export function InRoom(props: InRoomProps) {
  const [said, setSaid] = createSignal('');
  const [panelOpen, setPanelOpen] = createSignal(false);
  const [answerElsewhere, setAnswerElsewhere] = createSignal<(useThis: boolean) => void>();
  const room = createRoom({
    tab: tabId(),
    takeOver: untrack(() => props.takeOver),
    onTicket: () => askTicket(props.lesson.id),
    onElsewhere: () => new Promise<boolean>((resolve) => setAnswerElsewhere(() => resolve)),
    ...tellOrder({ onSay: setSaid, onUnmute: () => void room.toggleMicrophone(props.microphone) }),
    onAnnounce: ({ what, name }) => setSaid(t(`said.${what}`, { name })),
    onEnd: (end) => {
      // Who was muted when the network went is muted at the door too, by which they come back (ROOM-13).
      if (end.reason === 'unreachable' && muted) props.microphone.close();
      props.onOver(end);
    },
  });
  let muted = false;
  room.client.events.on('localChanged', ({ microphone }) => {
    if (microphone) muted = microphone.paused;
  });
  onMount(() => {
    void room.publish(props.microphone);
    void room.publish(props.camera);
    void room.enter();
  });
  return (
    <div class="room">
      <TopBar
        level="h1"
        title={props.lesson.title}
        about={props.isMentor ? undefined : t('stage.with', { name: props.lesson.mentor.name })}
      >
        <ConnectionState state={room.view.state} />
        <LessonTimer session={props.lesson} />
        <FullScreenButton />
      </TopBar>
      <Stage room={room} me={props.user} isMentor={props.isMentor} />
      <Sound room={room} />
      <Show when={panelOpen()}>
        <PeoplePanel
          room={room}
          sessionId={props.lesson.id}
          me={props.user}
          isMentor={props.isMentor}
          onClose={() => setPanelOpen(false)}
        />
      </Show>
      <Show when={props.isMentor}>
        <Knocks order={room.order} />
      </Show>
      <Show when={answerElsewhere()}>
        {(answer) => (
          <ElsewhereDialog
            onAnswer={(useThis) => {
              answer()(useThis);
              setAnswerElsewhere(undefined);
            }}
          />
        )}
      </Show>
      <ControlBar
        room={room}
        microphone={props.microphone}
        camera={props.camera}
        isMentor={props.isMentor}
        panelOpen={panelOpen()}
        onPanel={setPanelOpen}
        onLeave={() => void room.client.leave()}
        onEnd={() => endLesson(props.lesson.id)}
      />
      <p class="sr-only" role="status">
        {said()}
      </p>
    </div>
  );
}
