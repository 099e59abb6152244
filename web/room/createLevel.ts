import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

export const lookMs = 80;
/** Amplitudes are shown from this floor (dBFS) to full scale: quiet speech fills about half of the meter. */
const floorDecibels = -60;

/** How loud a track is, from 0 to 1: `level` now, and `look` anew with each look, also when nothing changed. */
export function createLevel(track: Accessor<MediaStreamTrack | undefined>) {
  const [look, setLook] = createSignal({ level: 0 }, { equals: false });
  createEffect(() => {
    const heard = track();
    setLook({ level: 0 });
    if (!heard) return;
    const context = new AudioContext();
    // A context that a page opens before any gesture may stand still.
    void context.resume();
    // As long as the time between two looks, so that nothing falls between them.
    const analyser = new AnalyserNode(context, { fftSize: 4096 });
    context.createMediaStreamSource(new MediaStream([heard])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLook({ level: levelOf(samples) });
    }, lookMs);
    onCleanup(() => {
      clearInterval(timer);
      void context.close();
    });
  });
  return { look, level: () => look().level };
}

function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power + Number.EPSILON);
  return Math.min(1, Math.max(0, 1 - decibels / floorDecibels));
}
