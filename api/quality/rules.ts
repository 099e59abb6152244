import type { MeasuredQuality } from '../../media/contracts/quality.ts';
import type { PersonQuality } from '../contracts/quality.ts';

type Summary = Omit<PersonQuality, 'user' | 'role'>;

const levels = ['good', 'fair', 'poor', 'lost'] as const;

/** One person's minutes as one figure each: averages are weighed by the time in which something was measured. */
export function summarise(stretches: MeasuredQuality[]): Summary {
  const weight = ({ seconds }: MeasuredQuality) => seconds.good + seconds.fair + seconds.poor;
  const average = (valueOf: (stretch: MeasuredQuality) => number | undefined): number | null => {
    const known = stretches.flatMap((stretch) => {
      const value = valueOf(stretch);
      return value === undefined || weight(stretch) === 0 ? [] : [{ value, weight: weight(stretch) }];
    });
    const total = known.reduce((sum, each) => sum + each.weight, 0);
    return total === 0 ? null : known.reduce((sum, each) => sum + each.value * each.weight, 0) / total;
  };
  const score = average((stretch) => stretch.score?.average);
  const lost = average((stretch) => stretch.lostShare?.average);
  const roundTrip = average((stretch) => stretch.roundTripMs?.average);
  const lowest = Math.min(...stretches.map((stretch) => stretch.score?.lowest ?? Infinity));
  return {
    seconds: Object.fromEntries(
      levels.map((level) => [level, Math.round(sum(stretches.map(({ seconds }) => seconds[level])))]),
    ) as Summary['seconds'],
    score: score === null ? null : { average: tenths(score), lowest: tenths(Math.min(lowest, score)) },
    lostPercent: lost === null ? null : tenths(lost * 100),
    roundTripMs: roundTrip === null ? null : Math.round(roundTrip),
    ways: [...new Set(stretches.flatMap(({ way }) => way ?? []))].sort(),
  };
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const tenths = (value: number) => Math.round(value * 10) / 10;
