import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockAfter,
  formatLength,
  markPassed,
  minutesToAdd,
  type EndMark,
} from '../../../web/room/lessonClock.ts';

const minuteMs = 60_000;
const told = { elapsedMs: 90_000, running: true, started: true, lostMs: 5_000, losing: false };

describe('the clock on a page (ROOM-11)', () => {
  it('goes on from what the node told, by nothing but the time since then', () => {
    expect(clockAfter(told, 2_000)).toEqual({ elapsedMs: 92_000, lostMs: 5_000 });
    const stopped = { ...told, running: false, losing: true };
    expect(clockAfter(stopped, 2_000)).toEqual({ elapsedMs: 90_000, lostMs: 7_000 });
    expect(clockAfter({ ...stopped, losing: false }, 2_000)).toEqual({ elapsedMs: 90_000, lostMs: 5_000 });
  });

  it('is written as people write a length of time', () => {
    expect([-1, 999, 272_000, 3_872_000].map(formatLength)).toEqual(['00:00', '00:00', '04:32', '1:04:32']);
  });
});

describe('the planned end', () => {
  it('is announced at 10 and 2 minutes before and when it is there, each once, however often it is looked at', () => {
    const gaps = fc.array(fc.integer({ min: 100, max: 20_000 }), { minLength: 200, maxLength: 400 });
    fc.assert(
      fc.property(gaps, (gapsMs) => {
        const [said, at]: [EndMark[], number[]] = [[], []];
        let leftMs = 11 * minuteMs;
        for (const gapMs of gapsMs) {
          leftMs -= gapMs;
          const mark = markPassed(leftMs, (one) => said.includes(one));
          if (mark === undefined) continue;
          said.push(mark);
          at.push(mark * minuteMs - leftMs);
        }
        const passed = ([10, 2, 0] as const).filter((mark) => leftMs <= mark * minuteMs);
        expect(said).toEqual(passed);
        // At once: with the first look after it.
        expect(at.every((lateMs) => lateMs >= 0 && lateMs < 20_000)).toBe(true);
      }),
    );
  });

  it('is no news to who comes a minute after a mark', () => {
    const never = () => false;
    expect(markPassed(10 * minuteMs, never)).toBe(10);
    expect(markPassed(9 * minuteMs, never)).toBeUndefined();
    expect(markPassed(-30_000, never)).toBe(0);
    expect(markPassed(-90_000, never)).toBeUndefined();
  });
});

describe('lost time (ROOM-13)', () => {
  it('is offered in whole minutes, less what was added already', () => {
    expect(minutesToAdd(29_000, 0)).toBe(0);
    expect(minutesToAdd(6 * minuteMs + 10_000, 0)).toBe(6);
    expect(minutesToAdd(6 * minuteMs, 5)).toBe(1);
    expect(minutesToAdd(6 * minuteMs, 15)).toBe(0);
  });
});
