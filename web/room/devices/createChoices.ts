import { createSignal, onCleanup } from 'solid-js';

export type ChoiceKind = 'microphone' | 'camera' | 'speaker';
const browserKind = { microphone: 'audioinput', camera: 'videoinput', speaker: 'audiooutput' } as const;
const storageKey = (kind: ChoiceKind) => `peerlearn.device.${kind}`;

/** Chromium's entries for "whatever the system uses"; they stand for a device that is listed as well. */
const standIns = ['default', 'communications'];
export const isReal = ({ deviceId }: { deviceId: string }): boolean => !standIns.includes(deviceId);

/** The devices that there are (browsers name them only after one was allowed), and the one that was chosen. */
export function createChoices(kind: ChoiceKind) {
  const [choices, setChoices] = createSignal<MediaDeviceInfo[]>([]);
  // Without https a browser has no devices to speak of.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  async function find(): Promise<MediaDeviceInfo[]> {
    const devices = (await media?.enumerateDevices()) ?? [];
    return devices.filter((device) => device.kind === browserKind[kind] && device.deviceId !== '');
  }
  const list = async () => void setChoices(await find());
  const onChange = () => void list();
  media?.addEventListener('devicechange', onChange);
  onCleanup(() => media?.removeEventListener('devicechange', onChange));
  const [chosen, setChosen] = createSignal(localStorage.getItem(storageKey(kind)) ?? '');
  function remember(deviceId: string): void {
    localStorage.setItem(storageKey(kind), deviceId);
    setChosen(deviceId);
  }
  /** Whether the device behind a track is still plugged in; a stand-in is known by its group. */
  async function isThere({ deviceId, groupId }: MediaTrackSettings): Promise<boolean> {
    const real = (await find()).filter(isReal);
    return real.some(
      (one) => one.deviceId === deviceId || (groupId !== undefined && one.groupId === groupId),
    );
  }
  return { choices, list, chosen, remember, isThere };
}
