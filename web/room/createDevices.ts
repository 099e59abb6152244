import { createSignal, onCleanup } from 'solid-js';
import { withBackground } from './background/withBackground.ts';
import { captureCamera, CaptureError, captureMicrophone, type CaptureFailure } from './capture.ts';
import { createChoices } from './devices/createChoices.ts';
import { preferences, type Preference } from './devices/preferences.ts';

export type DeviceKind = 'microphone' | 'camera';

const capture = {
  microphone: captureMicrophone,
  // Before anything of it is shown or sent.
  camera: async (deviceId?: string) => withBackground(await captureCamera(deviceId)),
};

export type Device = ReturnType<typeof createDevice>;

/** This browser's microphone or camera before it is sent: the track, the choice (remembered), and what went wrong. */
export function createDevice(kind: DeviceKind) {
  const { choices, list, chosen, remember, isThere } = createChoices(kind);
  const wanted = preferences[kind];
  async function take(): Promise<MediaStreamTrack> {
    const taken = await capture[kind](chosen() || undefined);
    // Now they have names.
    void list();
    return taken;
  }
  const { track, failure, open, close, handOver } = createOpened(take, wanted);

  async function choose(deviceId: string): Promise<void> {
    remember(deviceId);
    if (wanted.on()) await open();
  }

  return {
    kind,
    track,
    failure,
    choices,
    chosen,
    remember,
    isThere,
    /** Whether it is meant to be on (remembered); a failed device is wanted all the same. */
    wanted: wanted.on,
    open,
    close,
    handOver,
    choose,
    /** A fresh track of the chosen device, for one who keeps it. @throws CaptureError */
    capture: take,
  };
}

/** The one track that is open to be looked at. */
function createOpened(take: () => Promise<MediaStreamTrack>, wanted: Preference) {
  const [track, setTrack] = createSignal<MediaStreamTrack>();
  const [failure, setFailure] = createSignal<CaptureFailure>();
  let latest = 0;
  let opening: Promise<void> | undefined;

  function open(): Promise<void> {
    wanted.set(true);
    return (opening = openNow(++latest));
  }

  async function openNow(turn: number): Promise<void> {
    try {
      const opened = await take();
      // Turned off, or another device chosen, while this one was being opened.
      if (turn !== latest) return opened.stop();
      keep(opened);
    } catch (error) {
      if (turn !== latest) return;
      setFailure(error instanceof CaptureError ? error.failure : 'failed');
    }
  }

  function keep(opened: MediaStreamTrack): void {
    track()?.stop();
    opened.addEventListener('ended', () => {
      if (track() !== opened) return;
      setTrack(undefined);
      // It was pulled out or taken away: another one may be there, else it is said why not.
      void open();
    });
    setTrack(opened);
    setFailure(undefined);
  }

  function close(): void {
    latest++;
    wanted.set(false);
    setFailure(undefined);
    track()?.stop();
    setTrack(undefined);
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
  return { track, failure, open, close, handOver };
}
