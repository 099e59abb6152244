/** How much is asked of the machine: the most lines of the picture, and the most pictures a second. */
export type Step = {
  lines: number;
  rate: number;
  /** A picture that takes longer, in ms, comes too late for the rate that looks smooth. */
  slowMs: number;
  /** One that takes less leaves room for the step above. */
  easyMs: number;
};

/** Below 24 pictures a second a moving face looks broken; 15 are the least that is worth sending. */
export const steps: readonly [Step, ...Step[]] = [
  { lines: 720, rate: 30, slowMs: 42, easyMs: 0 },
  // A quarter of the pixels, but segmentation itself costs the same.
  { lines: 360, rate: 30, slowMs: 42, easyMs: 14 },
  { lines: 360, rate: 15, slowMs: 66, easyMs: 28 },
  // Without a graphics chip the way from mask to picture costs most, by its pixels.
  { lines: 240, rate: 15, slowMs: 66, easyMs: 22 },
];

/** One slow window may be another program; two are the machine. */
const slowWindows = 2;
/** So many times too slow is no passing trouble. */
const hopeless = 3;
const easyWindows = 5;
/** Who fell back this often stays down for good, as good as. */
const mostPatience = 80;

export type Load = {
  /** Index into `steps`. */
  step: number;
  slow: number;
  easy: number;
  /** Easy windows before the next try upwards; doubled whenever one had to be taken back. */
  patience: number;
  climbed: boolean;
  struggling: boolean;
};

export const unloaded: Load = {
  step: 0,
  slow: 0,
  easy: 0,
  patience: easyWindows,
  climbed: false,
  struggling: false,
};

/**
 * Judges one window of measuring. Pictures are made smaller first, then fewer; what is still too much is told
 * (`struggling`), and nothing is ever shown as it is: whoever hid their room decides themselves what is better.
 * @param meanMs time that one picture took, on average
 */
export function judge(load: Load, meanMs: number): Load {
  const step = steps[load.step] ?? steps[0];
  const isSlow = meanMs > step.slowMs;
  const slow = isSlow ? load.slow + 1 : 0;
  const easy = meanMs < step.easyMs ? load.easy + 1 : 0;
  const tooSlow = slow >= slowWindows || meanMs > step.slowMs * hopeless;
  if (tooSlow && load.step < steps.length - 1) return lower(load);
  if (easy >= load.patience) {
    return { ...load, step: load.step - 1, slow: 0, easy: 0, climbed: true, struggling: false };
  }
  // It is over only when a window was well within the time.
  const struggling = slow >= slowWindows || (load.struggling && meanMs > step.slowMs * 0.8);
  return { ...load, slow, easy, struggling };
}

function lower(load: Load): Load {
  const patience = load.climbed ? Math.min(load.patience * 2, mostPatience) : load.patience;
  return { step: load.step + 1, slow: 0, easy: 0, patience, climbed: false, struggling: false };
}

/** The size to work in: never larger than the picture is, and even, as encoders like it. */
export function fitLines(width: number, height: number, lines: number): { width: number; height: number } {
  const scale = Math.min(1, lines / Math.min(width, height));
  const even = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2);
  return scale === 1 ? { width, height } : { width: even(width), height: even(height) };
}
