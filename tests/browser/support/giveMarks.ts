import type { BrowserContext } from 'playwright-core';

/** Chromium's own; not in the DOM's types. */
declare const MediaStreamTrackGenerator: new <T extends 'audio' | 'video'>(options: {
  kind: T;
}) => MediaStreamTrack & { writable: WritableStream<T extends 'audio' ? AudioData : VideoFrame> };

/**
 * Gives someone a camera and a microphone by which they are known again in a recording: for half of each second a colour and
 * a tone, black and silence between. Both run by the page's clock, and nothing is lost of them on a busy machine: what is
 * made late says when it was due.
 */
export async function giveMarks(
  context: BrowserContext,
  marks: { colour: string; hertz: number },
): Promise<void> {
  await context.addInitScript(({ colour, hertz }: typeof marks) => {
    const sampleRate = 48_000;
    const numberOfFrames = sampleRate / 100;
    const everyMs = (make: () => void, track: MediaStreamTrack) => {
      const timer = setInterval(() => (track.readyState === 'ended' ? clearInterval(timer) : make()), 40);
    };
    const isOn = (seconds: number) => seconds % 1 >= 0.5;
    const sampleAt = (at: number) =>
      isOn(at / sampleRate) ? 0.3 * Math.sin((2 * Math.PI * hertz * at) / sampleRate) : 0;
    const microphone = () => {
      const track = new MediaStreamTrackGenerator({ kind: 'audio' });
      const writer = track.writable.getWriter();
      let next = Math.ceil((performance.now() / 1_000) * sampleRate);
      everyMs(() => {
        for (; next + numberOfFrames < (performance.now() / 1_000) * sampleRate; next += numberOfFrames) {
          const data = Float32Array.from({ length: numberOfFrames }, (_, at) => sampleAt(next + at));
          const timestamp = Math.round((next / sampleRate) * 1_000_000);
          const format = { format: 'f32-planar' as const, numberOfChannels: 1, sampleRate, numberOfFrames };
          writer.write(new AudioData({ ...format, data, timestamp })).catch(() => undefined);
        }
      }, track);
      return [track];
    };
    const camera = () => {
      const canvas = new OffscreenCanvas(640, 360);
      const paper = canvas.getContext('2d')!;
      const track = new MediaStreamTrackGenerator({ kind: 'video' });
      const writer = track.writable.getWriter();
      let wasOn: boolean | undefined;
      everyMs(() => {
        const seconds = performance.now() / 1_000;
        const on = isOn(seconds);
        // A change is noticed late on a busy page; it says when it was.
        const takenAt = wasOn !== undefined && wasOn !== on ? seconds - (seconds % 0.5) : seconds;
        wasOn = on;
        paper.fillStyle = on ? colour : 'black';
        paper.fillRect(0, 0, 640, 360);
        const timestamp = Math.round(takenAt * 1_000_000);
        writer.write(new VideoFrame(canvas, { timestamp })).catch(() => undefined);
      }, track);
      return [track];
    };
    navigator.mediaDevices.getUserMedia = (wish) =>
      Promise.resolve(
        new MediaStream([...(wish?.audio ? microphone() : []), ...(wish?.video ? camera() : [])]),
      );
  }, marks);
}
