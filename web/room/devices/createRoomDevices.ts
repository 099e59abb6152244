import { createEffect, createMemo } from 'solid-js';
import { keepRate } from '../background/keepRate.ts';
import { tellStruggling } from '../background/tellStruggling.ts';
import type { Device, DeviceKind } from '../createDevices.ts';
import type { Room } from '../createRoom.ts';
import { t } from '../../text/devices.ts';
import { attempt } from './attempt.ts';
import { createNotes } from './createNotes.ts';
import type { Speaker } from './createSpeaker.ts';
import { createTalk } from './createTalk.ts';
import { deviceIcons } from './deviceIcons.ts';
import { keepCapture } from './keepCapture.ts';
import { offerNewDevices } from './offerNewDevices.ts';
import { preferences } from './preferences.ts';
import { switchDevice } from './switchDevice.ts';
import { tellTaken } from './tellTaken.ts';
import { watchMutedSpeech } from './watchMutedSpeech.ts';

type Options = { room: Room; microphone: Device; camera: Device; speaker: Speaker };
export type RoomDevices = ReturnType<typeof createRoomDevices>;

/** The devices of someone who is in the room: how they are changed, kept, given back, and spoken of. */
export function createRoomDevices({ room, microphone, camera, speaker }: Options) {
  const { client, view } = room;
  const devices = { microphone, camera };
  const notes = createNotes();
  const choose = (kind: DeviceKind, deviceId: string) =>
    void attempt(kind, switchDevice(client, devices[kind], deviceId));

  const talk = createTalk({ client, microphone, onBegin: attempt });
  const capture = keepCapture({
    client,
    devices,
    isHeld: talk.isHeld,
    onReplaced: (kind, { label }) =>
      notes.show({
        key: `replaced-${kind}`,
        icon: deviceIcons[kind],
        text: t(`note.replaced.${kind}`, { label }),
      }),
  });
  tellTaken(capture, notes);
  offerNewDevices({ microphone, camera, speaker, notes, choose });
  const filmed = () => view.local.camera?.track;
  const recapture = () => attempt('camera', switchDevice(client, camera, camera.chosen()));
  keepRate(filmed);
  tellStruggling({ notes, camera: filmed, recapture });

  const muted = createMemo(() => {
    const sent = view.local.microphone;
    return sent?.paused && !capture.taken().includes('microphone') ? sent.track : undefined;
  });
  createEffect(() => !muted() && notes.take('muted'));
  watchMutedSpeech({
    muted: () => (preferences.mutedHint.on() ? muted() : undefined),
    onSpeech: () =>
      notes.show({
        key: 'muted',
        icon: 'microphone-slash',
        text: t(preferences.keys.on() ? 'note.mutedKeys' : 'note.muted'),
        action: {
          label: t('note.unmute'),
          onPress: () => void attempt('microphone', room.toggleMicrophone(microphone)),
        },
      }),
  });

  return {
    microphone,
    camera,
    speaker,
    notes,
    choose,
    /** Takes the camera that is in use anew, with the background that is chosen now. */
    recapture,
    talk,
    mute: () => void client.setPaused('microphone', true),
    local: () => view.local,
  };
}
