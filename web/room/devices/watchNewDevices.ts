import { createEffect, type Accessor } from 'solid-js';
import { isReal, type ChoiceKind } from './createChoices.ts';

type Choosable = { choices: Accessor<MediaDeviceInfo[]> };
export type NewDevice = { name: string; groupId: string; kind: ChoiceKind; deviceId: string };

/**
 * Tells of devices that are plugged in while the room is open; those that are there from the start are known.
 * @param onNew hears of every part of a device by itself: a headset is a microphone and a speaker
 */
export function watchNewDevices(
  devices: Partial<Record<ChoiceKind, Choosable>>,
  onNew: (device: NewDevice) => void,
): void {
  for (const kind of ['microphone', 'camera', 'speaker'] as const) {
    let known: Set<string> | undefined;
    createEffect(() => {
      const real = devices[kind]?.choices().filter(isReal) ?? [];
      const fresh = known?.size ? real.filter(({ deviceId }) => !known?.has(deviceId)) : [];
      known = new Set(real.map(({ deviceId }) => deviceId));
      for (const { label, groupId, deviceId } of fresh) onNew({ name: label, groupId, kind, deviceId });
    });
  }
}
