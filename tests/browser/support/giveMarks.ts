import type { BrowserContext } from 'playwright-core';

/** Chromium's own; not in the DOM's types. */
declare const MediaStreamTrackGenerator: new (options: { kind: 'video' }) => MediaStreamTrack & {
  writable: WritableStream<VideoFrame>;
};

/**
 * Gives someone a camera and a microphone by which they are known again in a recording: for half of each second a colour and
 * a tone, black and silence between. Both run by the clock of the sound.
 */
export async function giveMarks(
  context: BrowserContext,
  marks: { colour: string; hertz: number },
): Promise<void> {
  await context.addInitScript(({ colour, hertz }: typeof marks) => {
    let sound: AudioContext | undefined;
    const clock = () => (sound ??= new AudioContext({ sampleRate: 48_000 }));
    const microphone = () => {
      const audio = clock();
      const rate = audio.sampleRate;
      const buffer = audio.createBuffer(1, rate, rate);
      buffer.copyToChannel(
        Float32Array.from({ length: rate / 2 }, (_, at) => 0.3 * Math.sin((2 * Math.PI * hertz * at) / rate)),
        0,
        rate / 2,
      );
      const source = new AudioBufferSourceNode(audio, { buffer, loop: true });
      const out = audio.createMediaStreamDestination();
      source.connect(out);
      source.start(0, audio.currentTime % 1);
      return out.stream.getAudioTracks();
    };
    const camera = () => {
      const canvas = new OffscreenCanvas(640, 360);
      const paper = canvas.getContext('2d');
      const track = new MediaStreamTrackGenerator({ kind: 'video' });
      const writer = track.writable.getWriter();
      let half: number | undefined;
      const timer = setInterval(() => {
        if (!paper || track.readyState === 'ended') return clearInterval(timer);
        if (clock().state === 'suspended') void clock().resume();
        const seconds = clock().currentTime;
        // A change is noticed late on a busy page; it says when it was.
        const isChange = half !== undefined && half !== Math.floor(seconds * 2);
        half = Math.floor(seconds * 2);
        const takenMs = performance.now() - (isChange ? (seconds % 0.5) * 1_000 : 0);
        paper.fillStyle = half % 2 === 0 ? 'black' : colour;
        paper.fillRect(0, 0, 640, 360);
        writer
          .write(new VideoFrame(canvas, { timestamp: takenMs * 1_000 }))
          .catch(() => clearInterval(timer));
      }, 40);
      return [track];
    };
    navigator.mediaDevices.getUserMedia = (wish) =>
      Promise.resolve(
        new MediaStream([...(wish?.audio ? microphone() : []), ...(wish?.video ? camera() : [])]),
      );
  }, marks);
}
