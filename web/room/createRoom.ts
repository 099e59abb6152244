import { createSignal, onCleanup, untrack } from 'solid-js';
import { createStore, produce, reconcile } from 'solid-js/store';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { PeerView } from '../../media/contracts/signalling.ts';
import { captureScreen } from './capture.ts';
import { createOrder } from './people/createOrder.ts';
import type { Device } from './createDevices.ts';
import { createQuality } from './quality/createQuality.ts';
import { RoomClient } from './RoomClient.ts';
import type { LocalTracks, RoomEnd, RoomState } from './roomTypes.ts';

export type Received = Partial<Record<MediaSource, { track: MediaStreamTrack; paused: boolean }>>;
/** Something worth saying to those who do not see it. */
export type Announcement = {
  what: 'joined' | 'left' | 'away' | 'back' | 'handUp' | 'handDown';
  name: string;
};

type View = {
  state: RoomState;
  people: PeerView[];
  received: Record<string, Received>;
  speakerId: string | null;
  local: LocalTracks;
};

type Options = ConstructorParameters<typeof RoomClient>[0] & {
  onReaction: Parameters<typeof createOrder>[0]['onReaction'];
  onSilenced: Parameters<typeof createOrder>[0]['onSilenced'];
  /** Something asked of the room did not reach it. */
  onFailed: () => void;
  onAnnounce: (announcement: Announcement) => void;
  onEnd: (end: RoomEnd) => void;
};
export type Room = ReturnType<typeof createRoom>;

/** A RoomClient as signals, with the acts of its controls. Leaves when its owner is disposed of. */
export function createRoom({ onAnnounce, onEnd, onReaction, onSilenced, onFailed, ...entry }: Options) {
  const client = new RoomClient(entry);
  const [view, setView] = createStore<View>({
    state: client.state,
    people: [],
    received: {},
    speakerId: null,
    local: {},
  });
  const [peerId, setPeerId] = createSignal<string>();
  const { events } = client;
  const order = createOrder({ client, people: () => view.people, onReaction, onSilenced, onFailed });
  const quality = createQuality({ client, people: () => view.people, received: () => view.received });
  const find = (id: string) => untrack(() => view.people.find((peer) => peer.id === id));

  events.on('stateChanged', (state) => {
    setView('state', state);
    setPeerId(client.peerId);
  });
  events.on('peersReset', (people) => setView('people', reconcile(people)));
  events.on('peerJoined', (peer) => {
    setView('people', (people) => [...people.filter(({ id }) => id !== peer.id), peer]);
    onAnnounce({ what: 'joined', name: peer.name });
  });
  events.on('peerChanged', (peer) => {
    const { connected, hand } = find(peer.id) ?? peer;
    setView('people', (other) => other.id === peer.id, reconcile(peer));
    if (connected !== peer.connected) {
      onAnnounce({ what: peer.connected ? 'back' : 'away', name: peer.name });
    }
    if ((hand === null) !== (peer.hand === null)) {
      onAnnounce({ what: peer.hand === null ? 'handDown' : 'handUp', name: peer.name });
    }
  });
  events.on('peerLeft', ({ peerId: left }) => {
    const peer = find(left);
    setView('people', (people) => people.filter(({ id }) => id !== left));
    if (peer) onAnnounce({ what: 'left', name: peer.name });
  });
  events.on('trackAdded', ({ peerId: from, source, track, paused }) => {
    setView('received', from, (received) => ({ ...received, [source]: { track, paused } }));
  });
  events.on('trackPaused', ({ peerId: from, source, paused }) => {
    setView('received', from, source, (received) => received && { ...received, paused });
  });
  events.on('trackRemoved', ({ peerId: from, source }) => {
    setView(
      'received',
      produce((received) => delete received[from]?.[source]),
    );
  });
  events.on('speakerChanged', ({ peerId: speakerId }) => setView({ speakerId }));
  events.on('localChanged', (local) => setView('local', reconcile(local)));
  events.on('closed', onEnd);
  onCleanup(() => void client.leave());

  return { view, client, order, quality, peerId, enter: () => client.enter(), ...createControls(client) };
}

/** What the control bar does. @throws CaptureError where a device has to be opened */
function createControls(client: RoomClient) {
  const busy = new Set<MediaSource>();
  /** A second press while a device is being opened is not another wish; turning off is one at any time, drop or not. */
  async function once(source: MediaSource, work: () => Promise<void>): Promise<void> {
    if (busy.has(source)) return;
    busy.add(source);
    await work().finally(() => busy.delete(source));
  }

  return {
    /** Sends what was opened before joining. */
    publish(device: Device, options: { paused?: boolean } = {}): Promise<void> {
      return once(device.kind, () =>
        client.open(device.kind, async () => {
          const track = await device.handOver();
          return track && { track, ...options };
        }),
      );
    },
    toggleMicrophone: async (microphone: Device): Promise<void> => {
      const sent = client.localTracks.microphone;
      // One that the system has taken is not given back by unmuting it.
      if (sent && !(sent.paused && sent.track.muted)) return client.setPaused('microphone', !sent.paused);
      await once('microphone', () =>
        client.open('microphone', async () => ({ track: await microphone.capture() })),
      );
    },
    toggleCamera: async (camera: Device): Promise<void> => {
      if (client.localTracks.camera?.paused === false) return client.unpublish('camera');
      await once('camera', () => client.open('camera', async () => ({ track: await camera.capture() })));
    },
    toggleScreen: async (): Promise<void> => {
      if (client.localTracks.screen) return client.unpublish('screen');
      await once('screen', async () => {
        const screen = await captureScreen();
        if (!screen) return;
        const sound = screen.sound && client.publish('screenAudio', screen.sound);
        await Promise.all([client.publish('screen', screen.picture), sound]);
      });
    },
  };
}
