import { Show, createSignal, onMount, untrack } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import type { LobbyPerson } from '../../api/contracts/lobby.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { createBoard } from './board/createBoard.ts';
import { createChat } from './chat/createChat.ts';
import { SpokenChat } from './chat/SpokenChat.tsx';
import { createClock } from './clock/createClock.ts';
import { EndNotice } from './clock/EndNotice.tsx';
import { LessonTimer } from './clock/LessonTimer.tsx';
import { LostTimeOffer } from './clock/LostTimeOffer.tsx';
import { pauseReason } from './clock/waitingFor.ts';
import { ControlBar } from './ControlBar.tsx';
import type { Device } from './createDevices.ts';
import { createRoom } from './createRoom.ts';
import { createStage } from './layout/createStage.ts';
import { LayoutMenu } from './layout/LayoutMenu.tsx';
import { PictureWindowView } from './layout/PictureWindowView.tsx';
import { attempt } from './devices/attempt.ts';
import { createRoomDevices } from './devices/createRoomDevices.ts';
import { createSpeaker } from './devices/createSpeaker.ts';
import { DeviceNotes } from './devices/DeviceNotes.tsx';
import { preferences } from './devices/preferences.ts';
import { GiftThanks } from './gifts/GiftThanks.tsx';
import { askTicket, endLesson } from './lessonCalls.ts';
import { Outside } from './lobby/Outside.tsx';
import { createElsewhere } from './people/createElsewhere.tsx';
import { Knocks } from './people/Knocks.tsx';
import { tabId } from './people/tabId.ts';
import { tellOrder } from './people/tellOrder.ts';
import { QualityButton } from './quality/QualityButton.tsx';
import { QualityChoice } from './quality/QualityChoice.tsx';
import { QualityNotes } from './quality/QualityNotes.tsx';
import { type Panel, Panels } from './Panels.tsx';
import { consentEntry } from './recording/consentEntry.ts';
import { consentIn } from './recording/consent.ts';
import { createRecording } from './recording/createRecording.ts';
import { RecordControl } from './recording/RecordControl.tsx';
import { RecordDialog } from './recording/RecordDialog.tsx';
import { RecordingDot } from './recording/RecordingDot.tsx';
import { RecordingQuestion } from './recording/RecordingQuestion.tsx';
import { showToast } from '../ui/showToast.ts';
import { t as b } from '../text/board.ts';
import { t } from '../text/room.ts';
import type { RoomEnd } from './roomTypes.ts';
import { Sound } from './Sound.tsx';
import { Stage } from './Stage.tsx';
import { ConnectionState, FullScreenButton, TopBar } from './TopBar.tsx';
import { createTopics } from './topics/createTopics.ts';
import { SpokenTopics } from './topics/SpokenTopics.tsx';

type InRoomProps = {
  lesson: SessionForMe;
  user: User;
  isMentor: boolean;
  microphone: Device;
  camera: Device;
  /** This tab was chosen over another one in which the person was. */
  takeOver: boolean;
  /** Who is before the room. */
  outside: LobbyPerson[];
  onOver: (end: RoomEnd) => void;
};

/** The lesson itself: stage, controls, and what is said of who comes and goes. */
export function InRoom(props: InRoomProps) {
  const [said, setSaid] = createSignal('');
  const [panel, setPanel] = createSignal<Panel>();
  const openPanel = (name: Panel) => (open: boolean) => setPanel(open ? name : undefined);
  const elsewhere = createElsewhere();
  const consent = untrack(() => consentIn(props.lesson.id));
  const room = createRoom({
    tab: tabId(),
    takeOver: untrack(() => props.takeOver),
    mayRecord: consent.given,
    onTicket: () => askTicket(props.lesson.id),
    onElsewhere: elsewhere.ask,
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
  const speaker = createSpeaker();
  const devices = createRoomDevices({
    room,
    ...untrack(() => ({ microphone: props.microphone, camera: props.camera })),
    speaker,
  });
  const chat = untrack(() =>
    createChat({ client: room.client, sessionId: props.lesson.id, userId: props.user.id }),
  );
  const recording = createRecording(room.client, consent, setSaid);
  const board = untrack(() =>
    createBoard({
      client: room.client,
      isMentor: props.isMentor,
      onOpened: (name, open) => {
        const action = open && { label: b('board.open'), onPress: open };
        showToast({ tone: 'info', title: b('board.opened', { name }), ...(action ? { action } : {}) });
      },
    }),
  );
  const clock = createClock(room.client, () => room.view.state);
  const topics = untrack(() => createTopics({ client: room.client, lesson: props.lesson, clock }));
  onMount(() => {
    void room.publish(props.microphone, { paused: preferences.pushToTalk.on() });
    void room.publish(props.camera);
    void room.enter();
  });
  const stage = createStage({ room, isMentor: () => props.isMentor, boardOpen: board.isOpen });
  const { layout, bars, fullScreen, pictureWindow, shown } = stage;
  return (
    <div
      class="room"
      data-full={fullScreen.on() ? '' : undefined}
      data-bars={bars.hidden() ? 'hidden' : undefined}
    >
      <TopBar
        level="h1"
        title={props.lesson.title}
        about={props.isMentor ? undefined : t('stage.with', { name: props.lesson.mentor.name })}
      >
        <Show when={props.isMentor}>
          <Outside people={props.outside} />
        </Show>
        <RecordingDot recording={recording} />
        <ConnectionState state={room.view.state} />
        <QualityButton room={room} open={panel() === 'quality'} onOpen={openPanel('quality')} />
        <LessonTimer
          session={props.lesson}
          clock={clock}
          isMentor={props.isMentor}
          pauseReason={pauseReason({
            people: room.view.people,
            isMentor: props.isMentor,
            mentor: props.lesson.mentor.name,
            capacity: props.lesson.capacity,
            connected: clock.connected(),
          })}
        />
        <LayoutMenu layout={layout} pictureWindow={pictureWindow} />
        <FullScreenButton fullScreen={fullScreen} />
      </TopBar>
      <Stage
        {...stage}
        room={room}
        me={props.user}
        isMentor={props.isMentor}
        sessionId={props.lesson.id}
        board={board}
      />
      <Sound room={room} speaker={speaker} />
      <PictureWindowView
        room={room}
        me={props.user}
        pictureWindow={pictureWindow}
        shown={shown}
        onMicrophone={() => void attempt('microphone', room.toggleMicrophone(props.microphone))}
        onCamera={() => void attempt('camera', room.toggleCamera(props.camera))}
        onLeave={() => void room.client.leave()}
      />
      <QualityNotes room={room} />
      <Panels
        {...{ room, chat, topics }}
        lesson={props.lesson}
        user={props.user}
        isMentor={props.isMentor}
        panel={panel()}
        onClose={() => setPanel(undefined)}
      />
      <RecordingQuestion recording={recording} />
      <Show when={props.isMentor}>
        <RecordDialog recording={recording} />
        <Knocks order={room.order} />
        <LostTimeOffer session={props.lesson} lostMs={clock.lostMs()} />
      </Show>
      <EndNotice session={props.lesson} />
      <elsewhere.View />
      <DeviceNotes notes={devices.notes} />
      <ControlBar
        room={room}
        devices={devices}
        isMentor={props.isMentor}
        panelOpen={panel() === 'people'}
        onPanel={openPanel('people')}
        record={
          <Show when={props.isMentor}>
            <RecordControl recording={recording} />
          </Show>
        }
        more={[consentEntry(recording)]}
        chat={{ unread: chat.unread().length, open: panel() === 'chat', onOpen: openPanel('chat') }}
        board={{ open: board.isOpen(), onToggle: board.toggle }}
        topics={{ topics, open: panel() === 'topics', onOpen: openPanel('topics') }}
        onLeave={() => void room.client.leave()}
        onEnd={() => endLesson(props.lesson.id)}
        settings={<QualityChoice value={room.quality.choice()} onChoose={room.quality.choose} />}
      />
      <SpokenChat chat={chat} />
      <GiftThanks client={room.client} userId={props.user.id} lesson={props.lesson} />
      <SpokenTopics topics={topics} />
      <p class="sr-only" role="status">
        {said()}
      </p>
    </div>
  );
}
