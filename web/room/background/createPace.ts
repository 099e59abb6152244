import { judge, steps, unloaded, type Load, type Step } from './holdRate.ts';

const windowMs = 2_000;
/** Fewer say nothing. */
const fewestFrames = 3;
/** Timestamps of cameras are not quite even. */
const early = 0.9;

type Pace = {
  step: () => Step;
  /** @param timestampUs of a frame that came. @returns whether its turn has come at this step's rate */
  takes: (timestampUs: number) => boolean;
  /** One picture was made. */
  took: (tookMs: number, nowMs: number) => void;
};

/**
 * Measures what a picture costs, and follows `judge`.
 * @param onLoad hears every judgement
 */
export function createPace(onLoad: (load: Load) => void): Pace {
  let load = unloaded;
  let taken: number | undefined;
  let window = { sinceMs: 0, frames: 0, tookMs: 0 };
  const step = () => steps[load.step] ?? steps[0];
  return {
    step,
    takes(timestampUs) {
      const due = taken === undefined ? -Infinity : taken + (1_000_000 / step().rate) * early;
      // Behind the last one: the clock of another source.
      if (timestampUs < due && timestampUs > (taken ?? 0)) return false;
      taken = timestampUs;
      return true;
    },
    took(tookMs, nowMs) {
      if (window.frames === 0) window.sinceMs = nowMs - tookMs;
      window.frames++;
      window.tookMs += tookMs;
      if (window.frames < fewestFrames || nowMs - window.sinceMs < windowMs) return;
      load = judge(load, window.tookMs / window.frames);
      window = { sinceMs: nowMs, frames: 0, tookMs: 0 };
      onLoad(load);
    },
  };
}
