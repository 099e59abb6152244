import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

const lookMs = 80;
/** Amplitudes are shown from this floor (dBFS) to full scale: quiet speech fills about half of the meter. */
const floorDecibels = -60;

/** How loud a track is now, from 0 to 1. */
export function createLevel(track: Accessor<MediaStreamTrack | undefined>): Accessor<number> {
  const [level, setLevel] = createSignal(0);
  createEffect(() => {
    const heard = track();
    setLevel(0);
    if (!heard) return;
    const context = new AudioContext();
    // A context that a page opens before any gesture may stand still.
    void context.resume();
    const analyser = new AnalyserNode(context, { fftSize: 1024 });
    context.createMediaStreamSource(new MediaStream([heard])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(levelOf(samples));
    }, lookMs);
    onCleanup(() => {
      clearInterval(timer);
      void context.close();
    });
  });
  return level;
}

function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power + Number.EPSILON);
  return Math.min(1, Math.max(0, 1 - decibels / floorDecibels));
}
