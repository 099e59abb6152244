import { allowances, mayBeLeft } from './limits.ts';
import { judgeTrend, type Point } from './trend.ts';
import type { Sample } from './Watch.ts';

export interface Row {
  name: string;
  before: number;
  median: number;
  growth: number;
  allowed: number;
  after: number;
  verdict: 'ok' | 'GROWS' | 'LEFT BEHIND';
}

/** Judges a whole run: what grew while people came and went, and what is still there when they are gone. */
export function judgeRun(series: ReadonlyMap<string, Point[]>, before: Sample, after: Sample): Row[] {
  return [...series].map(([name, points]) => {
    const trend = judgeTrend(points, allowances.get(name) ?? { absolute: Infinity, share: 0 });
    const [first, last] = [before.get(name) ?? 0, after.get(name) ?? 0];
    const stays = last - first > (mayBeLeft.get(name) ?? Infinity);
    const verdict = trend.leaks ? 'GROWS' : stays ? 'LEFT BEHIND' : 'ok';
    return { name, before: first, ...trend, after: last, verdict };
  });
}

export const isBad = ({ verdict }: Row) => verdict !== 'ok';

export function printRows(rows: Row[]): void {
  const cell = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : 'any').padStart(9);
  console.log(
    `\n${'figure'.padEnd(20)}${['before', 'median', 'growth', 'allowed', 'after'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const { name, before, median, growth, allowed, after, verdict } of rows) {
    console.log(
      `${name.padEnd(20)}${[before, median, growth, allowed, after].map(cell).join('')}  ${verdict}`,
    );
  }
}
