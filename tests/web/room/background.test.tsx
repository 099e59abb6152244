// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BlurChoice } from '../../../web/room/background/BlurChoice.tsx';
import { blurState, setBlur } from '../../../web/room/background/platformBlur.ts';
import { watchFrameRate } from '../../../web/room/background/watchFrameRate.ts';
import { preferences } from '../../../web/room/devices/preferences.ts';

/** A camera whose system can blur, as W3C mediacapture-extensions describes it. */
class Camera extends EventTarget {
  enabled = true;
  blur = false;
  refuses = false;
  stats = { deliveredFrames: 0 };
  readonly #can: boolean[] | undefined;
  #constraints: MediaTrackConstraints = { width: 1280 };
  constructor(can?: boolean[]) {
    super();
    this.#can = can;
  }
  getCapabilities = () => (this.#can ? { backgroundBlur: this.#can } : {});
  getSettings = () => ({ frameRate: 30, backgroundBlur: this.blur });
  getConstraints = () => this.#constraints;
  applyConstraints(constraints: MediaTrackConstraints) {
    if (this.refuses) return Promise.reject(new DOMException('no', 'OverconstrainedError'));
    this.#constraints = constraints;
    this.blur = constraints.backgroundBlur === true;
    return Promise.resolve();
  }
}
const camera = (can?: boolean[]) => new Camera(can) as Camera & MediaStreamTrack;

beforeEach(() => preferences.blur.set(false));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('the blur is offered only where the camera’s system does it (ROOM-2)', () => {
  expect(blurState(undefined)).toBe('unavailable');
  expect(blurState(camera())).toBe('unavailable');
  expect(blurState(camera([false]))).toBe('unavailable');
  expect(blurState(camera([true]))).toBe('always');
  expect(blurState(camera([true, false]))).toBe('off');
  render(() => <BlurChoice camera={camera()} />);
  expect(screen.queryByRole('switch')).toBeNull();
});

it('it goes on and off, keeps what else was asked of the camera, and is remembered', async () => {
  const track = camera([true, false]);
  render(() => <BlurChoice camera={track} />);
  const choice = screen.getByRole('switch');
  fireEvent.click(choice);
  await vi.waitFor(() => expect(preferences.blur.on()).toBe(true));
  expect(track.getConstraints()).toEqual({ width: 1280, backgroundBlur: true });
  fireEvent.click(choice);
  await vi.waitFor(() => expect(preferences.blur.on()).toBe(false));
  expect(track.blur).toBe(false);
  // Turned on in the system itself.
  track.blur = true;
  track.dispatchEvent(new Event('configurationchange'));
  expect(choice).toHaveProperty('checked', true);
});

it('a camera that refuses says so, and shows what is true', async () => {
  const track = camera([true, false]);
  track.refuses = true;
  expect(await setBlur(track, true)).toBe(false);
  render(() => <BlurChoice camera={track} />);
  fireEvent.click(screen.getByRole('switch'));
  await vi.waitFor(() => expect(screen.getByRole('switch')).toHaveProperty('checked', false));
  expect(preferences.blur.on()).toBe(false);
});

it('a machine that cannot hold 20 frames a second is noticed, one slow moment is not', () => {
  vi.useFakeTimers();
  const track = camera([true, false]);
  const onSlow = vi.fn();
  watchFrameRate(track, onSlow);
  const pass = (frames: number) => {
    track.stats = { deliveredFrames: track.stats.deliveredFrames + frames };
    vi.advanceTimersByTime(5_000);
  };
  for (const frames of [150, 60, 150, 60]) pass(frames);
  expect(onSlow).not.toHaveBeenCalled();
  pass(60);
  expect(onSlow).toHaveBeenCalledOnce();
});

it('a camera that is turned off, or a browser that does not count, is not called slow', () => {
  vi.useFakeTimers();
  const onSlow = vi.fn();
  watchFrameRate(Object.assign(camera(), { enabled: false }), onSlow);
  watchFrameRate(Object.assign(camera(), { stats: undefined }), onSlow);
  vi.advanceTimersByTime(60_000);
  expect(onSlow).not.toHaveBeenCalled();
});
