import { createSignal, onCleanup } from 'solid-js';
import { captureCamera, CaptureError, captureMicrophone, type CaptureFailure } from './capture.ts';

export type DeviceKind = 'microphone' | 'camera';

const capture = { microphone: captureMicrophone, camera: captureCamera };
const inputKind = { microphone: 'audioinput', camera: 'videoinput' } as const;
const storageKey = (kind: DeviceKind) => `peerlearn.device.${kind}`;

export type Device = ReturnType<typeof createDevice>;

/** This browser's microphone or camera before it is sent: the track, the choice (remembered), and what went wrong. */
export function createDevice(kind: DeviceKind) {
  const [track, setTrack] = createSignal<MediaStreamTrack>();
  const [failure, setFailure] = createSignal<CaptureFailure>();
  const [wanted, setWanted] = createSignal(true);
  const { choices, list, chosen, remember } = createChoices(kind);
  let latest = 0;
  let opening: Promise<void> | undefined;

  function open(): Promise<void> {
    setWanted(true);
    return (opening = openNow(++latest));
  }

  async function openNow(turn: number): Promise<void> {
    try {
      const opened = await capture[kind](chosen() || undefined);
      // Turned off, or another device chosen, while this one was being opened.
      if (turn !== latest) return opened.stop();
      track()?.stop();
      opened.addEventListener('ended', () => track() === opened && setTrack(undefined));
      setTrack(opened);
      setFailure(undefined);
      await list();
    } catch (error) {
      if (turn !== latest) return;
      setFailure(error instanceof CaptureError ? error.failure : 'failed');
    }
  }

  function close(): void {
    latest++;
    setWanted(false);
    track()?.stop();
    setTrack(undefined);
  }

  function choose(deviceId: string): Promise<void> {
    remember(deviceId);
    return open();
  }

  /** Gives the track away, once it is open if that is under way; whoever takes it stops it. */
  async function handOver(): Promise<MediaStreamTrack | undefined> {
    await opening;
    latest++;
    const given = track();
    setTrack(undefined);
    return given;
  }

  onCleanup(() => {
    latest++;
    track()?.stop();
  });

  return {
    kind,
    track,
    failure,
    choices,
    chosen,
    /** Whether it is meant to be on; a failed device is wanted all the same. */
    wanted,
    open,
    close,
    handOver,
    choose,
    /** A fresh track of the chosen device, for one who keeps it. @throws CaptureError */
    capture: () => capture[kind](chosen() || undefined),
  };
}

/** The devices that there are (browsers name them only after one was allowed), and the one that was chosen. */
function createChoices(kind: DeviceKind) {
  const [choices, setChoices] = createSignal<MediaDeviceInfo[]>([]);
  // Without https a browser has no devices to speak of.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  async function list(): Promise<void> {
    const devices = (await media?.enumerateDevices()) ?? [];
    setChoices(devices.filter((device) => device.kind === inputKind[kind] && device.deviceId !== ''));
  }
  const onChange = () => void list();
  media?.addEventListener('devicechange', onChange);
  onCleanup(() => media?.removeEventListener('devicechange', onChange));
  const [chosen, setChosen] = createSignal(localStorage.getItem(storageKey(kind)) ?? '');
  function remember(deviceId: string): void {
    localStorage.setItem(storageKey(kind), deviceId);
    setChosen(deviceId);
  }
  return { choices, list, chosen, remember };
}
