import { Show, createSignal } from 'solid-js';
import { showToast } from '../ui/showToast.ts';
import { canShareScreen, CaptureError } from './capture.ts';
import { Control } from './Control.tsx';
import type { Device } from './createDevices.ts';
import type { Room } from './createRoom.ts';
import { EndDialog } from './EndDialog.tsx';
import { PeopleControls } from './people/PeopleControls.tsx';
import { t } from '../text/room.ts';
import { useShortcuts } from './shortcuts.ts';

type BarProps = {
  room: Room;
  microphone: Device;
  camera: Device;
  isMentor: boolean;
  panelOpen: boolean;
  onPanel: (open: boolean) => void;
  onLeave: () => void;
  onEnd: () => Promise<void>;
};

/** What a person does in the room; every control has a key. */
export function ControlBar(props: BarProps) {
  const [asking, setAsking] = createSignal(false);
  const local = () => props.room.view.local;
  const speaks = () => local().microphone?.paused === false;
  const acts = {
    M: () => void attempt('microphone', props.room.toggleMicrophone(props.microphone)),
    V: () => void attempt('camera', props.room.toggleCamera(props.camera)),
    S: () => void attempt('screen', props.room.toggleScreen()),
    L: () => props.onLeave(),
    E: () => props.isMentor && setAsking(true),
  };
  if (canShareScreen()) useShortcuts(acts);
  else useShortcuts({ ...acts, S: () => undefined });

  return (
    <nav class="room-bar" aria-label={t('bar.label')}>
      <div class="room-bar__in glass">
        <Control
          icon={speaks() ? 'microphone' : 'microphone-slash'}
          word={t('bar.microphone')}
          label={t(speaks() ? 'bar.mute' : 'bar.unmute')}
          shortcut="M"
          pressed={speaks()}
          look={speaks() ? 'mic' : 'off'}
          onPress={acts.M}
        />
        <Control
          icon={local().camera ? 'video-camera' : 'video-camera-slash'}
          word={t('bar.camera')}
          label={t(local().camera ? 'bar.cameraOff' : 'bar.cameraOn')}
          shortcut="V"
          pressed={local().camera !== undefined}
          look={local().camera ? 'plain' : 'off'}
          onPress={acts.V}
        />
        <Show when={canShareScreen()}>
          <Control
            icon="computer-desktop"
            word={t('bar.share')}
            label={t(local().screen ? 'bar.stopShare' : 'bar.startShare')}
            shortcut="S"
            pressed={local().screen !== undefined}
            look={local().screen ? 'on' : 'plain'}
            onPress={acts.S}
          />
        </Show>
        <span class="room-bar__rule not-phone" aria-hidden="true" />
        <PeopleControls order={props.room.order} panelOpen={props.panelOpen} onPanel={props.onPanel} />
        <span class="room-bar__rule not-phone" aria-hidden="true" />
        <Control
          icon={props.isMentor ? 'arrow-right-on-rectangle' : 'phone-x-mark'}
          word={t('bar.leave')}
          label={t('bar.leaveLong')}
          shortcut="L"
          look={props.isMentor ? 'plain' : 'leave'}
          onPress={acts.L}
        />
        <Show when={props.isMentor}>
          <Control
            icon="phone-x-mark"
            word={t('bar.end')}
            label={t('bar.endLong')}
            shortcut="E"
            look="leave"
            onPress={acts.E}
          />
          <EndDialog open={asking()} onOpenChange={setAsking} onEnd={props.onEnd} />
        </Show>
      </div>
    </nav>
  );
}

async function attempt(device: 'microphone' | 'camera' | 'screen', work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    showToast({ tone: 'warning', title: t(`failed.${device}`), text: t(`failed.why.${error.failure}`) });
  }
}
