// @vitest-environment happy-dom
import { createRoot, createSignal } from 'solid-js';
import { expect, it, vi } from 'vitest';
import { CaptureError } from '../../../web/room/capture.ts';
import type { DeviceKind } from '../../../web/room/createDevices.ts';
import { Events } from '../../../web/room/Events.ts';
import { keepCapture } from '../../../web/room/devices/keepCapture.ts';
import { switchDevice } from '../../../web/room/devices/switchDevice.ts';
import { watchNewDevices, type NewDevice } from '../../../web/room/devices/watchNewDevices.ts';
import type { Opened } from '../../../web/room/RoomClient.ts';
import type { LocalTracks, RoomEvents } from '../../../web/room/roomTypes.ts';
import { track } from './standInTrack.ts';

const busy = () => new CaptureError(new DOMException('busy', 'NotReadableError'));

/** What a room does to what is sent, without a network. */
function openClient() {
  const events = new Events<RoomEvents>();
  let local: LocalTracks = {};
  const change = (source: DeviceKind, sent: LocalTracks[DeviceKind]) => {
    local = { ...local, [source]: sent };
    if (!sent) delete local[source];
    events.emit('localChanged', local);
  };
  return {
    events,
    get localTracks() {
      return local;
    },
    publish: vi.fn((source: DeviceKind, sent: MediaStreamTrack, options: { paused?: boolean } = {}) => {
      change(source, { track: sent, paused: options.paused ?? false });
      return Promise.resolve();
    }),
    async open(source: DeviceKind, how: () => Promise<Opened | undefined>) {
      const opened = await how();
      if (opened) await this.publish(source, opened.track, opened);
    },
    setPaused: vi.fn((source: DeviceKind, paused: boolean) => {
      const sent = local[source];
      if (sent) change(source, { ...sent, paused });
      return Promise.resolve();
    }),
    unpublish: vi.fn((source: DeviceKind) => {
      change(source, undefined);
      return Promise.resolve();
    }),
    lose(source: DeviceKind) {
      const paused = local[source]?.paused ?? true;
      change(source, undefined);
      events.emit('trackLost', { source, paused });
    },
  };
}

function keep(
  client: ReturnType<typeof openClient>,
  there: boolean,
  captured: () => Promise<MediaStreamTrack>,
) {
  const device = (kind: DeviceKind) => ({
    kind,
    isThere: () => Promise.resolve(there),
    capture: vi.fn(captured),
  });
  const devices = { microphone: device('microphone'), camera: device('camera') };
  const onReplaced = vi.fn();
  const isHeld = vi.fn(() => false);
  const capture = keepCapture({ client: client, devices, isHeld, onReplaced });
  return { ...capture, devices, isHeld, onReplaced };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('what the system takes is muted for the others, and one press brings it back (ROOM-13)', async () => {
  const client = openClient();
  const fresh = track('again');
  const kept = keep(client, true, () => Promise.resolve(fresh));
  const first = track('headset');
  await client.publish('microphone', first);
  first.dispatchEvent(new Event('mute'));
  expect(client.localTracks.microphone?.paused).toBe(true);
  expect(kept.taken()).toEqual(['microphone']);
  // The call is over, but perhaps not for its person.
  first.dispatchEvent(new Event('unmute'));
  expect(client.localTracks.microphone?.paused).toBe(true);
  await kept.resume('microphone');
  expect(client.localTracks.microphone).toEqual({ track: fresh, paused: false });
  expect(kept.taken()).toEqual([]);
  // What the earlier track does is over.
  first.dispatchEvent(new Event('mute'));
  expect(client.localTracks.microphone?.paused).toBe(false);
});

it('a camera that the system gives back shows again by itself', async () => {
  const client = openClient();
  const kept = keep(client, true, () => Promise.reject(busy()));
  const camera = track('front');
  await client.publish('camera', camera);
  camera.dispatchEvent(new Event('mute'));
  expect(client.localTracks.camera?.paused).toBe(true);
  camera.dispatchEvent(new Event('unmute'));
  expect(client.localTracks.camera?.paused).toBe(false);
  expect(kept.taken()).toEqual([]);
});

it('one that was muted before is never unmuted by what the system does (ROOM-13)', async () => {
  const client = openClient();
  const other = track('other');
  const kept = keep(client, false, () => Promise.resolve(other));
  const first = track('headset');
  await client.publish('microphone', first, { paused: true });
  first.dispatchEvent(new Event('mute'));
  first.dispatchEvent(new Event('unmute'));
  expect(kept.taken()).toEqual([]);
  expect(client.localTracks.microphone?.paused).toBe(true);
  client.lose('microphone');
  await settled();
  expect(client.localTracks.microphone).toEqual({ track: other, paused: true });
});

it('a device that is pulled out gives way to another, with a word about it', async () => {
  const client = openClient();
  const other = track('built-in');
  const kept = keep(client, false, () => Promise.resolve(other));
  await client.publish('microphone', track('headset'));
  client.lose('microphone');
  await settled();
  expect(client.localTracks.microphone).toEqual({ track: other, paused: false });
  expect(kept.onReplaced).toHaveBeenCalledExactlyOnceWith('microphone', other);
});

it('a microphone that only a held key kept on is not live once that was let go (ROOM-7, ROOM-13)', async () => {
  const client = openClient();
  const other = track('built-in');
  const kept = keep(client, false, () => Promise.resolve(other));
  kept.isHeld.mockReturnValue(true);
  const first = track('headset');
  await client.publish('microphone', first);
  first.dispatchEvent(new Event('mute'));
  expect(client.localTracks.microphone?.paused).toBe(true);
  expect(kept.taken()).toEqual([]);

  await client.setPaused('microphone', false);
  client.lose('microphone');
  kept.isHeld.mockReturnValue(false);
  await settled();
  expect(client.localTracks.microphone).toEqual({ track: other, paused: true });
});

it('an ended track of a device that is still there, or the only one, is offered and not taken (sleep and wake)', async () => {
  for (const there of [true, false]) {
    const client = openClient();
    const kept = keep(client, there, () => Promise.reject(busy()));
    await client.publish('camera', track('front'));
    client.lose('camera');
    await settled();
    expect(client.localTracks.camera).toBeUndefined();
    expect(kept.taken()).toEqual(['camera']);
  }
});

const switchable = (capture: () => Promise<MediaStreamTrack>) => {
  let id = '';
  return {
    kind: 'microphone' as const,
    remember: (deviceId: string) => void (id = deviceId),
    chosen: () => id,
    capture,
  };
};

it('another device takes over what is sent, muted as it was; what is off stays off', async () => {
  const client = openClient();
  const second = track('second');
  const device = switchable(() => Promise.resolve(second));
  await switchDevice(client, device, 'second');
  expect(client.publish).not.toHaveBeenCalled();
  await client.publish('microphone', track('first'), { paused: true });
  await switchDevice(client, device, 'second');
  expect(client.localTracks.microphone).toEqual({ track: second, paused: true });
});

it('a phone that opens one camera at a time gets its turn; of two choices the later one counts', async () => {
  const client = openClient();
  const first = track('front');
  const second = track('back');
  await client.publish('microphone', first);
  const capture = vi.fn<() => Promise<MediaStreamTrack>>();
  capture.mockRejectedValueOnce(busy()).mockImplementation(() => {
    expect(first.stopped).toBe(1);
    return Promise.resolve(second);
  });
  await switchDevice(client, switchable(capture), 'back');
  expect(client.localTracks.microphone?.track).toBe(second);

  const late = track('late');
  const device = switchable(() => Promise.resolve(late));
  const switching = switchDevice(client, device, 'late');
  device.remember('yet another');
  await switching;
  expect(late.stopped).toBe(1);
  expect(client.localTracks.microphone?.track).toBe(second);
});

it('a device that is plugged in is told of once; those from the start, and stand-ins, are not', () =>
  createRoot(async (dispose) => {
    const info = (deviceId: string) =>
      ({ deviceId, groupId: `g-${deviceId}`, label: deviceId }) as MediaDeviceInfo;
    const [choices, setChoices] = createSignal([info('default'), info('built-in')]);
    const told: NewDevice[] = [];
    watchNewDevices({ microphone: { choices } }, (device) => told.push(device));
    await settled();
    const headset = [info('default'), info('built-in'), info('headset')];
    setChoices(headset);
    setChoices([...headset]);
    expect(told).toEqual([
      { kind: 'microphone', deviceId: 'headset', groupId: 'g-headset', name: 'headset' },
    ]);
    dispose();
  }));
