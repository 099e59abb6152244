import { t } from '../../text/devices.ts';
import type { Device, DeviceKind } from '../createDevices.ts';
import type { Notes } from './createNotes.ts';
import type { Speaker } from './createSpeaker.ts';
import { deviceIcons } from './deviceIcons.ts';
import { watchNewDevices, type NewDevice } from './watchNewDevices.ts';

type Options = {
  microphone: Pick<Device, 'choices'>;
  camera: Pick<Device, 'choices'>;
  speaker: Pick<Speaker, 'choices' | 'choose' | 'canChoose'>;
  notes: Notes;
  choose: (kind: DeviceKind, deviceId: string) => void;
};

/** Offers what was just plugged in; one press takes all of it, a headset's microphone and its speaker. */
export function offerNewDevices({ microphone, camera, speaker, notes, choose }: Options): void {
  const offered = new Map<string, NewDevice[]>();
  const devices = { microphone, camera, ...(speaker.canChoose ? { speaker } : {}) };
  const use = ({ kind, deviceId }: NewDevice) =>
    kind === 'speaker' ? speaker.choose(deviceId) : choose(kind, deviceId);
  watchNewDevices(devices, (device) => {
    const key = `new-${device.groupId}`;
    const isShown = notes.shown().some((note) => note.key === key);
    const parts = [...(isShown ? (offered.get(key) ?? []) : []), device];
    offered.set(key, parts);
    notes.show({
      key,
      icon: deviceIcons[device.kind],
      text: t('note.plugged', { label: device.name }),
      action: { label: t('note.use'), onPress: () => parts.forEach(use) },
    });
  });
}
