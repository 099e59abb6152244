// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MediaSource } from '../../../media/contracts/facts.ts';
import type { Opened } from '../../../web/room/RoomClient.ts';
import { createTalk } from '../../../web/room/devices/createTalk.ts';
import { usePushToTalk } from '../../../web/room/devices/pushToTalk.ts';
import type { LocalTracks } from '../../../web/room/roomTypes.ts';

let live = false;
const onStart = vi.fn(() => (live = true));
const onStop = vi.fn(() => (live = false));

function Room() {
  usePushToTalk({ canStart: () => !live, onStart, onStop });
  return (
    <>
      <input aria-label="Field" />
      <button type="button">Button</button>
    </>
  );
}

let leave: () => void;
beforeEach(() => {
  live = false;
  leave = render(() => <Room />).unmount;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const space = { key: ' ', code: 'Space', cancelable: true };
const down = (where: Element = document.body, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(where, { ...space, ...more });
const up = (where: Element = document.body) => fireEvent.keyUp(where, space);

it('one is heard while Space is held, and no longer (ROOM-7)', () => {
  const heldFurther = down();
  expect(heldFurther).toBe(false);
  expect(live).toBe(true);
  down(document.body, { repeat: true });
  up();
  expect(live).toBe(false);
  expect([onStart.mock.calls.length, onStop.mock.calls.length]).toEqual([1, 1]);
});

it.each([
  ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
  ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
  [
    'the tab is hidden',
    () => {
      vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
      document.dispatchEvent(new Event('visibilitychange'));
    },
  ],
  ['the room is left', () => leave()],
])('it mutes when %s while it is held', (_, happens) => {
  down();
  happens();
  expect(live).toBe(false);
});

it('Space types in a field, presses a button reached by keyboard, and is nothing with a modifier', () => {
  down(screen.getByLabelText('Field'));
  screen.getByText('Button').focus();
  down(screen.getByText('Button'));
  screen.getByText('Button').blur();
  down(document.body, { ctrlKey: true });
  expect(onStart).not.toHaveBeenCalled();
});

it('a button that was clicked is not pressed again by Space: it talks', () => {
  const button = screen.getByText('Button');
  button.focus();
  fireEvent.click(button, { detail: 1 });
  expect(down(button)).toBe(false);
  expect(live).toBe(true);
  up(button);
});

it('one who is heard anyway is not muted by letting go', () => {
  live = true;
  down();
  up();
  expect(onStop).not.toHaveBeenCalled();
  expect(live).toBe(true);
});

it('a microphone that opens only after the key was let go stays muted', async () => {
  const localTracks: LocalTracks = {};
  const opened = vi.fn();
  const client = {
    localTracks,
    open: async (source: MediaSource, how: () => Promise<Opened | undefined>) =>
      void opened(source, await how()),
    setPaused: vi.fn(() => Promise.resolve()),
  };
  let open: (track: MediaStreamTrack) => void = () => undefined;
  const capture = () => new Promise<MediaStreamTrack>((resolve) => (open = resolve));
  let begun: Promise<void> | undefined;
  const talk = createTalk({ client, microphone: { capture }, onBegin: (_, work) => (begun = work) });
  const track = {} as MediaStreamTrack;
  talk.onStart();
  talk.onStop();
  open(track);
  await begun;
  expect(opened).toHaveBeenCalledExactlyOnceWith('microphone', { track, paused: true });
});
