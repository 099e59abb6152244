// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BackgroundChoice, BackgroundStatus } from '../../../web/room/background/BackgroundChoice.tsx';
import { backgrounds, changeBackground } from '../../../web/room/background/backgrounds.ts';
import { blurState, setBlur } from '../../../web/room/background/platformBlur.ts';
import { tellStruggling } from '../../../web/room/background/tellStruggling.ts';
import { watchFrameRate } from '../../../web/room/background/watchFrameRate.ts';
import { withBackground } from '../../../web/room/background/withBackground.ts';
import { CaptureError } from '../../../web/room/capture.ts';
import { createNotes } from '../../../web/room/devices/createNotes.ts';

/** A camera whose system can blur, as W3C mediacapture-extensions describes it. */
class Camera extends EventTarget {
  enabled = true;
  blur = false;
  refuses = false;
  stopped = false;
  stats = { deliveredFrames: 0 };
  readonly #can: boolean[] | undefined;
  #constraints: MediaTrackConstraints = { width: 1280 };
  constructor(can?: boolean[]) {
    super();
    this.#can = can;
  }
  stop = () => void (this.stopped = true);
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

/** Chromium's classes by which frames pass through a worker; these let none pass. */
function browserWithFrames(): void {
  class Processor {
    readable = new ReadableStream();
  }
  class Generator extends EventTarget {
    readyState = 'live';
    writable = new WritableStream();
    stop = () => void (this.readyState = 'ended');
  }
  class BrokenWorker extends EventTarget {
    terminate = vi.fn();
    postMessage() {
      const data = { what: 'failed', why: 'no memory' };
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    }
  }
  vi.stubGlobal('MediaStreamTrackProcessor', Processor);
  vi.stubGlobal('MediaStreamTrackGenerator', Generator);
  vi.stubGlobal('Worker', BrokenWorker);
}
const answerWith = (status: number) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response('', { status }))),
  );
const choices = () => screen.queryAllByRole('radio').map((radio) => radio.parentElement?.textContent);
const isOn = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;

beforeEach(() => {
  backgrounds.keep('none');
  backgrounds.setStatus('fine');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('what is offered is what the camera’s system and the browser can (ROOM-2)', () => {
  expect(blurState(undefined)).toBe('unavailable');
  expect(blurState(camera())).toBe('unavailable');
  expect(blurState(camera([false]))).toBe('unavailable');
  expect(blurState(camera([true]))).toBe('always');
  expect(blurState(camera([true, false]))).toBe('off');
  const offered = (track: MediaStreamTrack) => {
    cleanup();
    render(() => <BackgroundChoice camera={track} recapture={() => Promise.resolve()} />);
    return choices();
  };
  expect(offered(camera())).toEqual([]);
  expect(offered(camera([true, false]))).toEqual(['None', 'Blur']);
  browserWithFrames();
  expect(offered(camera())).toEqual(['None', 'Blur', 'Plain']);
});

it('who chose one with another browser or camera can take it back', () => {
  backgrounds.keep('plain');
  render(() => <BackgroundChoice camera={camera()} recapture={() => Promise.resolve()} />);
  expect(choices()).toEqual(['None', 'Plain']);
});

it('the system’s own blur is preferred: nothing is fetched, and what else was asked of the camera stays', async () => {
  browserWithFrames();
  answerWith(200);
  const track = camera([true, false]);
  render(() => <BackgroundChoice camera={track} recapture={() => withBackground(track)} />);
  fireEvent.click(screen.getByRole('radio', { name: 'Blur' }));
  await vi.waitFor(() => expect(track.blur).toBe(true));
  expect(track.getConstraints()).toEqual({ width: 1280, backgroundBlur: true });
  expect(fetch).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('radio', { name: 'None' }));
  await vi.waitFor(() => expect(track.blur).toBe(false));
  // Turned on in the system itself.
  track.blur = true;
  track.dispatchEvent(new Event('configurationchange'));
  expect(isOn('Blur')).toBe(true);
});

it('what cannot be fetched changes nothing: the camera goes on as it was, and it is said', async () => {
  browserWithFrames();
  answerWith(503);
  const recapture = vi.fn(() => Promise.resolve());
  const track = camera();
  render(() => (
    <>
      <BackgroundChoice camera={track} recapture={recapture} />
      <BackgroundStatus camera={track} />
    </>
  ));
  fireEvent.click(screen.getByRole('radio', { name: 'Plain' }));
  expect(isOn('Plain')).toBe(true);
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain('could not be prepared'));
  expect(isOn('None')).toBe(true);
  expect(backgrounds.chosen()).toBe('none');
  expect(recapture).not.toHaveBeenCalled();
  expect(track.stopped).toBe(false);
});

it('what was fetched but does not work is taken back, and the camera opened as before', async () => {
  browserWithFrames();
  answerWith(200);
  const opened: string[] = [];
  const recapture = async () => {
    const track = camera();
    await withBackground(track).catch(() => undefined);
    opened.push(`${backgrounds.chosen()} ${track.stopped ? 'stopped' : 'live'}`);
  };
  await changeBackground({ background: 'blur', camera: () => undefined, recapture });
  expect(opened).toEqual(['blur stopped', 'none live']);
  expect(backgrounds.status()).toBe('failed');
});

it('a remembered background that cannot be made shows nothing rather than the room', async () => {
  backgrounds.keep('blur');
  const withoutFrames = camera();
  await expect(withBackground(withoutFrames)).rejects.toBeInstanceOf(CaptureError);
  expect(withoutFrames.stopped).toBe(true);
  browserWithFrames();
  const broken = camera();
  await expect(withBackground(broken)).rejects.toBeInstanceOf(CaptureError);
  expect(broken.stopped).toBe(true);
});

it('a camera that refuses its own blur is not shown without one', async () => {
  backgrounds.keep('blur');
  const track = camera([true, false]);
  track.refuses = true;
  expect(await setBlur(track, true)).toBe(false);
  await expect(withBackground(track)).rejects.toBeInstanceOf(CaptureError);
});

it('a machine that struggles is told and asked: only a press shows the room', async () => {
  backgrounds.keep('plain');
  const notes = createNotes();
  const recapture = vi.fn(() => Promise.resolve());
  render(() => {
    tellStruggling({ notes, camera: () => undefined, recapture });
    return null;
  });
  backgrounds.setStatus('struggling');
  expect(notes.shown()).toHaveLength(1);
  expect(backgrounds.chosen()).toBe('plain');
  backgrounds.setStatus('fine');
  expect(notes.shown()).toHaveLength(0);
  backgrounds.setStatus('struggling');
  notes.shown()[0]?.action?.onPress();
  await vi.waitFor(() => expect(recapture).toHaveBeenCalledOnce());
  expect(backgrounds.chosen()).toBe('none');
  expect(notes.shown()).toHaveLength(0);
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
