import { Show, createSignal, untrack, type ComponentProps, type JSX } from 'solid-js';
import { canShareScreen } from './capture.ts';
import { BoardControl } from './board/BoardControl.tsx';
import { ChatControl } from './chat/ChatControl.tsx';
import { Control } from './Control.tsx';
import type { Room } from './createRoom.ts';
import { createMedia, phoneQuery } from './layout/createMedia.ts';
import { attempt } from './devices/attempt.ts';
import type { RoomDevices } from './devices/createRoomDevices.ts';
import { preferences } from './devices/preferences.ts';
import { usePushToTalk } from './devices/pushToTalk.ts';
import { SettingsDialog } from './devices/SettingsDialog.tsx';
import { ShortcutsDialog } from './devices/ShortcutsDialog.tsx';
import { EndDialog } from './EndDialog.tsx';
import { MoreControls, type MoreEntry } from './MoreControls.tsx';
import { HandControl, PeopleControl, ReactionChoices, ReactionsControl } from './people/PeopleControls.tsx';
import { t as say } from '../text/devices.ts';
import { t } from '../text/room.ts';
import { useShortcuts } from './shortcuts.ts';
import { TopicsControl } from './topics/TopicsControl.tsx';

type BarProps = {
  room: Room;
  devices: RoomDevices;
  isMentor: boolean;
  panelOpen: boolean;
  onPanel: (open: boolean) => void;
  board: ComponentProps<typeof BoardControl>;
  chat: ComponentProps<typeof ChatControl>;
  /** Further controls. */
  record?: JSX.Element;
  topics: ComponentProps<typeof TopicsControl>;
  onLeave: () => void;
  onEnd: () => Promise<void>;
  /** Further entries of the menu "More". */
  more?: MoreEntry[];
  /** Further choices in the settings. */
  settings?: JSX.Element;
};

/** What a person does in the room; every control has a key (ROOM-7). */
export function ControlBar(props: BarProps) {
  const [asking, setAsking] = createSignal(false);
  const [settingsOpen, setSettingsOpen] = createSignal(false);
  const [helpOpen, setHelpOpen] = createSignal(false);
  const [reacting, setReacting] = createSignal(false);
  const narrow = createMedia(phoneQuery);
  const acts = createActs(props);
  useShortcuts({
    M: acts.microphone,
    V: acts.camera,
    ...(canShareScreen() ? { S: acts.screen } : {}),
    H: () => props.room.order.toggleHand(),
    R: () => setReacting(!reacting()),
    P: () => props.onPanel(!props.panelOpen),
    W: () => props.board.onToggle(),
    C: () => props.chat.onOpen(!props.chat.open),
    T: () => props.topics.onOpen(!props.topics.open),
    ',': () => setSettingsOpen(true),
    '?': () => setHelpOpen(true),
    L: () => props.onLeave(),
    ...untrack(() => (props.isMentor ? { E: () => setAsking(true) } : {})),
  });
  usePushToTalk({
    onStart: () => props.devices.talk.onStart(),
    onStop: () => props.devices.talk.onStop(),
    canStart: () => (preferences.keys.on() || preferences.pushToTalk.on()) && props.devices.talk.canStart(),
  });
  const keyHelp: MoreEntry = {
    icon: 'key',
    label: say('keys.title'),
    shortcut: '?',
    onSelect: () => setHelpOpen(true),
  };
  const entries = (): MoreEntry[] => [
    ...(props.more ?? []),
    {
      icon: 'cog-6-tooth',
      label: say('settings.title'),
      shortcut: ',',
      onSelect: () => setSettingsOpen(true),
    },
    // Who has a keyboard at a phone has its key.
    ...(narrow() ? [] : [keyHelp]),
  ];

  const reactions = () => <ReactionsControl open={reacting()} onOpen={setReacting} />;
  const people = () => (
    <PeopleControl order={props.room.order} open={props.panelOpen} onOpen={props.onPanel} />
  );
  return (
    <nav class="room-bar" aria-label={t('bar.label')}>
      <div class="room-bar__in glass">
        <MicrophoneControl room={props.room} onPress={acts.microphone} />
        <CameraControl room={props.room} onPress={acts.camera} />
        <Show when={!narrow()}>
          <ScreenControl room={props.room} onPress={acts.screen} />
          {props.record}
          <BoardControl {...props.board} />
          <span class="room-bar__rule" aria-hidden="true" />
        </Show>
        <Show when={!narrow() || !props.isMentor}>
          <HandControl order={props.room.order} />
        </Show>
        <div class="react" onKeyDown={(event) => event.key === 'Escape' && setReacting(false)}>
          <Show when={!narrow()}>{reactions()}</Show>
          <Show when={reacting()}>
            <ReactionChoices order={props.room.order} />
          </Show>
        </div>
        <Show when={!narrow() || props.isMentor}>{people()}</Show>
        <ChatControl {...props.chat} />
        <Show when={!narrow()}>
          <TopicsControl {...props.topics} />
        </Show>
        <MoreControls entries={entries()} narrow={narrow()}>
          <ScreenControl room={props.room} onPress={acts.screen} />
          {props.record}
          <BoardControl {...props.board} />
          <Show when={props.isMentor} fallback={people()}>
            <HandControl order={props.room.order} />
          </Show>
          {reactions()}
          <TopicsControl {...props.topics} />
          <Show when={props.isMentor}>
            <LeaveControl isMentor onPress={props.onLeave} />
          </Show>
        </MoreControls>
        <Show when={!narrow()}>
          <span class="room-bar__rule" aria-hidden="true" />
        </Show>
        <Show when={!narrow() || !props.isMentor}>
          <LeaveControl isMentor={props.isMentor} onPress={props.onLeave} />
        </Show>
        <Show when={props.isMentor}>
          <Control
            icon="phone-x-mark"
            word={t('bar.end')}
            label={t('bar.endLong')}
            shortcut="E"
            look="leave"
            onPress={() => setAsking(true)}
          />
          <EndDialog open={asking()} onOpenChange={setAsking} onEnd={props.onEnd} />
        </Show>
      </div>
      <SettingsDialog open={settingsOpen()} onOpenChange={setSettingsOpen} devices={props.devices}>
        {props.settings}
      </SettingsDialog>
      <ShortcutsDialog open={helpOpen()} onOpenChange={setHelpOpen} />
    </nav>
  );
}

function createActs(props: BarProps) {
  return {
    microphone: () => void attempt('microphone', props.room.toggleMicrophone(props.devices.microphone)),
    camera: () => void attempt('camera', props.room.toggleCamera(props.devices.camera)),
    screen: () => void attempt('screen', props.room.toggleScreen()),
  };
}

type OwnProps = { room: Room; onPress: () => void };

function MicrophoneControl(props: OwnProps) {
  const speaks = () => props.room.view.local.microphone?.paused === false;
  return (
    <Control
      icon={speaks() ? 'microphone' : 'microphone-slash'}
      word={t('bar.microphone')}
      label={t(speaks() ? 'bar.mute' : 'bar.unmute')}
      shortcut="M"
      pressed={speaks()}
      look={speaks() ? 'mic' : 'off'}
      onPress={props.onPress}
    />
  );
}

function CameraControl(props: OwnProps) {
  const shows = () => props.room.view.local.camera?.paused === false;
  return (
    <Control
      icon={shows() ? 'video-camera' : 'video-camera-slash'}
      word={t('bar.camera')}
      label={t(shows() ? 'bar.cameraOff' : 'bar.cameraOn')}
      shortcut="V"
      pressed={shows()}
      look={shows() ? 'plain' : 'off'}
      onPress={props.onPress}
    />
  );
}

function ScreenControl(props: OwnProps) {
  const shares = () => props.room.view.local.screen !== undefined;
  return (
    <Show when={canShareScreen()}>
      <Control
        icon="computer-desktop"
        word={t('bar.share')}
        label={t(shares() ? 'bar.stopShare' : 'bar.startShare')}
        shortcut="S"
        pressed={shares()}
        look={shares() ? 'on' : 'plain'}
        onPress={props.onPress}
      />
    </Show>
  );
}

function LeaveControl(props: { isMentor: boolean; onPress: () => void }) {
  return (
    <Control
      icon={props.isMentor ? 'arrow-right-on-rectangle' : 'phone-x-mark'}
      word={t('bar.leave')}
      label={t('bar.leaveLong')}
      shortcut="L"
      look={props.isMentor ? 'plain' : 'leave'}
      onPress={props.onPress}
    />
  );
}
