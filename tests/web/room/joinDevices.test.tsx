// @vitest-environment happy-dom
import { createRoot } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDevice } from '../../../web/room/createDevices.ts';
import { preferences } from '../../../web/room/devices/preferences.ts';
import { track, type Track } from './standInTrack.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

let tracks: Track[];
let answer: () => Promise<MediaStreamTrack>;
beforeEach(() => {
  tracks = [];
  answer = () => {
    const opened = track(`device ${tracks.push(track('any'))}`);
    tracks[tracks.length - 1] = opened;
    return Promise.resolve(opened);
  };
  const media = Object.assign(new EventTarget(), {
    enumerateDevices: () => Promise.resolve([]),
    getUserMedia: async () => {
      const opened = await answer();
      return { getVideoTracks: () => [], getAudioTracks: () => [opened] };
    },
  });
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: media });
  preferences.microphone.set(true);
});
afterEach(() => vi.unstubAllGlobals());

/** A device of a page that is open as long as its test. */
const openDevice = () => createRoot(() => createDevice('microphone'));

it('joining with the microphone off is remembered, and choosing another does not turn it on (ROOM-2)', async () => {
  const first = openDevice();
  await first.open();
  first.close();
  const next = openDevice();
  expect(next.wanted()).toBe(false);
  await next.choose('other');
  expect(next.track()).toBeUndefined();
  await next.open();
  expect(openDevice().wanted()).toBe(true);
});

it('before joining, a device that is pulled out gives way to what is there, or says why not', async () => {
  const device = openDevice();
  await device.open();
  const [first] = tracks;
  first?.dispatchEvent(new Event('ended'));
  await settled();
  expect(device.track()).toBe(tracks[1]);
  answer = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  tracks[1]?.dispatchEvent(new Event('ended'));
  await settled();
  expect(device.track()).toBeUndefined();
  expect(device.failure()).toBe('missing');
});
