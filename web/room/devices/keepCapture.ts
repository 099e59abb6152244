import { createSignal } from 'solid-js';
import { CaptureError } from '../capture.ts';
import type { Device, DeviceKind } from '../createDevices.ts';
import type { RoomClient } from '../RoomClient.ts';

type Options = {
  client: Pick<RoomClient, 'events' | 'localTracks' | 'open' | 'setPaused'>;
  devices: Record<DeviceKind, Pick<Device, 'kind' | 'capture' | 'isThere'>>;
  /** Whether the microphone is on only as long as a key is held: then nothing keeps it on, or offers it, after that. */
  isHeld: () => boolean;
  /** The device in use is gone, and `track` of another one is sent in its place, muted as it was. */
  onReplaced: (kind: DeviceKind, track: MediaStreamTrack) => void;
};

const kinds = ['microphone', 'camera'] as const;

/**
 * What happens when the system takes a microphone or camera (a call on a phone, sleep, a plug that is pulled): the others
 * are told that nothing comes, and the person gets it back by one press. What was muted before is not touched.
 */
export function keepCapture({ client, devices, isHeld, onReplaced }: Options) {
  const [taken, setTaken] = createSignal<readonly DeviceKind[]>([]);
  const sent: Partial<Record<DeviceKind, { track: MediaStreamTrack; settings: MediaTrackSettings }>> = {};
  const free = (kind: DeviceKind) => setTaken((all) => all.filter((one) => one !== kind));
  const offer = (kind: DeviceKind) => setTaken((all) => (all.includes(kind) ? all : [...all, kind]));
  const byKey = (kind: DeviceKind) => kind === 'microphone' && isHeld();
  const isSent = (kind: DeviceKind, track: MediaStreamTrack) => client.localTracks[kind]?.track === track;

  function watch(kind: DeviceKind, track: MediaStreamTrack): void {
    if (sent[kind]?.track === track) return;
    // An ended track does not say any more whose it was.
    sent[kind] = { track, settings: track.getSettings() };
    track.addEventListener('mute', () => {
      if (!isSent(kind, track) || client.localTracks[kind]?.paused !== false) return;
      if (!byKey(kind)) offer(kind);
      void client.setPaused(kind, true);
    });
    track.addEventListener('unmute', () => {
      // A microphone is not live again before its person says so: they may still be in the call that took it.
      if (kind === 'camera' && isSent(kind, track) && taken().includes(kind)) {
        void client.setPaused(kind, false);
      }
    });
  }

  async function replace(kind: DeviceKind, paused: boolean): Promise<void> {
    const device = devices[kind];
    const wasByKey = byKey(kind);
    let replaced = false;
    try {
      await client.open(kind, async () => {
        const isGone = !(await device.isThere(sent[kind]?.settings ?? {}));
        const track = isGone ? await device.capture() : undefined;
        // Turned on by hand meanwhile.
        if (track && client.localTracks[kind]) return void track.stop();
        if (!track) return undefined;
        replaced = true;
        onReplaced(kind, track);
        return { track, paused: paused || (wasByKey && !byKey(kind)) };
      });
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
    }
    if (!replaced && !paused && !wasByKey && !client.localTracks[kind]) offer(kind);
  }

  client.events.on('localChanged', (local) => {
    for (const kind of kinds) {
      const track = local[kind];
      if (track) watch(kind, track.track);
      if (track?.paused === false) free(kind);
    }
  });
  client.events.on('trackLost', ({ source, paused }) => {
    const kind = kinds.find((one) => one === source);
    if (kind) void replace(kind, paused);
  });

  return {
    /** What the system has taken while it was on. */
    taken,
    /** Takes it again, as the person asked. @throws CaptureError */
    async resume(kind: DeviceKind): Promise<void> {
      await client.open(kind, async () => ({ track: await devices[kind].capture() }));
    },
    dismiss: free,
  };
}
