import type { Start, Told } from './contract.ts';

/** W3C mediacapture-transform as Chromium has it, in the page. */
type Processor = new (init: { track: MediaStreamTrack }) => { readable: ReadableStream<VideoFrame> };
type Generated = MediaStreamTrack & { writable: WritableStream<VideoFrame> };
type Generator = new (init: { kind: 'video' }) => Generated;
type Transforming = { MediaStreamTrackProcessor?: Processor; MediaStreamTrackGenerator?: Generator };

/** Whether frames can pass through a worker here. */
export function canTransformFrames(): boolean {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as Transforming;
  return MediaStreamTrackProcessor !== undefined && MediaStreamTrackGenerator !== undefined;
}

/** The way over the network is behind us; what is left is compiling. */
const patienceMs = 30_000;

type Options = Pick<Start, 'effect' | 'assets' | 'colour'> & {
  onStruggling: (so: boolean) => void;
};

/**
 * A camera's track with another background: a track like the camera's own, with its names and settings, which ends and is
 * stopped with it. Frames go from camera to worker to track and never touch the page's thread.
 * @returns once the first picture is there
 * @throws Error when the browser cannot, or the worker fails; the camera is left as it is
 */
export async function openEffect(camera: MediaStreamTrack, options: Options): Promise<MediaStreamTrack> {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as Transforming;
  if (!MediaStreamTrackProcessor || !MediaStreamTrackGenerator) throw new Error('no access to frames');
  const { readable: frames } = new MediaStreamTrackProcessor({ track: camera });
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const size: { width?: number; height?: number } = {};
  const stop = track.stop.bind(track);
  const close = () => {
    worker.terminate();
    stop();
  };
  const { effect, assets, colour, onStruggling } = options;
  const start: Start = { effect, assets, colour, frames, out: track.writable };
  const first = Promise.withResolvers<void>();
  const end = (why: string) => {
    first.reject(new Error(why));
    if (track.readyState === 'ended') return;
    close();
    // By `stop` no event comes. With what breaks nothing more is shown, and the camera's light goes out.
    camera.stop();
    track.dispatchEvent(new Event('ended'));
  };
  worker.addEventListener('error', ({ message }) => end(message));
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.what === 'failed') end(data.why);
    else if (data.what === 'struggling') onStruggling(data.so);
    else {
      Object.assign(size, { width: data.width, height: data.height });
      first.resolve();
    }
  });
  camera.addEventListener('ended', () => end('the camera ended'));
  worker.postMessage(start, [frames, track.writable] as unknown as Transferable[]);
  const timer = setTimeout(() => first.reject(new Error('no picture came')), patienceMs);
  try {
    await first.promise;
  } catch (error) {
    close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return dress(track, camera, { size, stop: () => (close(), onStruggling(false), camera.stop()) });
}

/** Makes a generated track speak as its camera does: whose it is, what it can, and whether the system has muted it. */
function dress(
  track: MediaStreamTrack,
  camera: MediaStreamTrack,
  { size, stop }: { size: object; stop: () => void },
): MediaStreamTrack {
  for (const type of ['mute', 'unmute', 'configurationchange']) {
    camera.addEventListener(type, () => track.dispatchEvent(new Event(type)));
  }
  return Object.defineProperties(track, {
    stop: { value: stop },
    label: { get: () => camera.label },
    muted: { get: () => camera.muted },
    getSettings: { value: () => ({ ...camera.getSettings(), ...size }) },
    getCapabilities: { value: () => camera.getCapabilities() },
    getConstraints: { value: () => camera.getConstraints() },
    applyConstraints: { value: (wish?: MediaTrackConstraints) => camera.applyConstraints(wish) },
  });
}
