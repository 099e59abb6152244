/** A value at a time, in minutes since the start. */
export interface Point {
  minute: number;
  value: number;
}

/** How much a figure may grow over what is judged before that counts as a leak: the larger of both. */
export interface Allowance {
  absolute: number;
  /** Of the median. */
  share: number;
}

export interface Trend {
  median: number;
  /** Over the judged part, in the figure's own unit. */
  growth: number;
  allowed: number;
  leaks: boolean;
}

/** One-sided 1 %: so seldom does pure noise look as if it rose. */
const certain = 2.33;
const leastPoints = 4;

/**
 * Whether a figure grows. Judged is the second half, when caches and compilers are warm: its slope is Theil and Sen's,
 * the median of those between any two points, which up to a quarter of wild values does not move, and it must
 * be more than chance by the test of Mann and Kendall.
 * @throws Error when there are too few points to tell.
 */
export function judgeTrend(points: Point[], { absolute, share }: Allowance): Trend {
  const judged = points.slice(Math.floor(points.length / 2));
  const [first, last] = [judged[0], judged.at(-1)];
  if (!first || !last || judged.length < leastPoints) throw new Error('too few points to judge');
  const slopes: number[] = [];
  let rises = 0;
  for (const [index, one] of judged.entries()) {
    for (const other of judged.slice(index + 1)) {
      slopes.push((other.value - one.value) / (other.minute - one.minute));
      rises += Math.sign(other.value - one.value);
    }
  }
  const middle = medianOf(judged.map(({ value }) => value));
  const growth = medianOf(slopes) * (last.minute - first.minute);
  const allowed = Math.max(absolute, share * middle);
  return { median: middle, growth, allowed, leaks: growth > allowed && score(rises, judged) > certain };
}

/** Kendall's S in standard deviations, ties considered (Kendall, Rank Correlation Methods, 1975). */
function score(rises: number, judged: Point[]): number {
  const count = judged.length;
  const ties = Object.values(Object.groupBy(judged, ({ value }) => String(value))).map(
    (same) => same?.length ?? 0,
  );
  const terms = [count, ...ties].map((size) => size * (size - 1) * (2 * size + 5));
  const [all = 0, ...ofTies] = terms;
  const variance = (all - ofTies.reduce((sum, term) => sum + term, 0)) / 18;
  return variance > 0 ? (rises - Math.sign(rises)) / Math.sqrt(variance) : 0;
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = 0, high = 0] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}
