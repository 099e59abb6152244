import { describe, expect, it } from 'vitest';
import { judgeTrend, type Point } from './soak/trend.ts';
import { isBad, judgeRun } from './soak/verdict.ts';

const allowance = { absolute: 4, share: 0.05 };
/** The same noise in each run: between -1 and 1, without a trend. */
const noise = (index: number) => Math.sin(index * 12.9898) * Math.cos(index * 78.233);
const series = (valueAt: (minute: number) => number, count = 60): Point[] =>
  Array.from({ length: count }, (_, minute) => ({ minute, value: valueAt(minute) }));

describe('the verdict of the soak', () => {
  it('fails what grows, even below its noise', () => {
    const grown = judgeTrend(
      series((minute) => 60 + minute * 0.3 + 6 * noise(minute)),
      allowance,
    );
    expect(grown.leaks).toBe(true);
    expect(grown.growth).toBeGreaterThan(5);
  });

  it('fails steps that are never taken back', () => {
    const stepped = series((minute) => 20 + 5 * Math.floor(minute / 6));
    expect(judgeTrend(stepped, allowance).leaks).toBe(true);
  });

  it('passes what is flat and noisy', () => {
    const flat = series((minute) => 60 + 25 * noise(minute));
    expect(judgeTrend(flat, allowance).leaks).toBe(false);
  });

  it('passes what grows while it warms up and then holds', () => {
    const warming = series((minute) => 60 + 40 * Math.min(minute / 25, 1) + noise(minute));
    expect(judgeTrend(warming, allowance).leaks).toBe(false);
  });

  it('passes a sawtooth, as of a heap between two collections, and a few wild values', () => {
    const sawtooth = series((minute) => (minute % 13 === 0 ? 400 : 60 + 8 * (minute % 5)));
    expect(judgeTrend(sawtooth, allowance).leaks).toBe(false);
  });

  it('passes what shrinks, what never changes, and growth within what is allowed', () => {
    expect(
      judgeTrend(
        series((minute) => 100 - minute),
        allowance,
      ).leaks,
    ).toBe(false);
    expect(
      judgeTrend(
        series(() => 7),
        allowance,
      ).leaks,
    ).toBe(false);
    expect(
      judgeTrend(
        series((minute) => 100 + minute / 10),
        allowance,
      ).leaks,
    ).toBe(false);
  });

  it('fails what is still there when everybody is gone, even a single one', () => {
    const coming = series((minute) => 40 + 10 * noise(minute));
    const run = (left: number) =>
      judgeRun(
        new Map([['rooms transports', coming]]),
        new Map([['rooms transports', 0]]),
        new Map([['rooms transports', left]]),
      );
    expect(run(0).filter(isBad)).toEqual([]);
    expect(run(1).map(({ verdict }) => verdict)).toEqual(['LEFT BEHIND']);
  });

  it('says so when there is too little to judge', () => {
    expect(() =>
      judgeTrend(
        series((minute) => minute, 5),
        allowance,
      ),
    ).toThrow('too few');
  });
});
