import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePassage, type Look } from '../../media/healing/judgePassage.ts';
import { nextRepair, repairSteps, type Repairs } from '../../media/healing/nextRepair.ts';

const look = (seen: Partial<Look> = {}): Look => ({
  ...{ atMs: 10_000, consumerId: 'one', arrived: 100, passed: 50, wantedSinceMs: 0 },
  ...seen,
});
const later = (seen: Partial<Look> = {}): Look => look({ atMs: 12_000, arrived: 200, ...seen });

describe('judgePassage (ROOM-13)', () => {
  it('finds what arrives and is not passed on', () => {
    expect(judgePassage(look(), later())).toBe('blocked');
    expect(judgePassage(look(), later({ passed: 51 }))).toBe('flows');
  });

  it('takes silence for none of it: at five packets in two seconds (DTX) it still sees both ways', () => {
    expect(judgePassage(look(), later({ arrived: 105 }))).toBe('blocked');
    expect(judgePassage(look(), later({ arrived: 105, passed: 55 }))).toBe('flows');
    expect(judgePassage(look(), later({ arrived: 102 }))).toBe('unclear');
    expect(judgePassage(look(), later({ arrived: 100 }))).toBe('unclear');
  });

  it('says nothing of what is muted or hidden, has only just begun, or is another consumer', () => {
    expect(judgePassage(look(), later({ wantedSinceMs: undefined }))).toBe('idle');
    expect(judgePassage(look(), later({ wantedSinceMs: 9_000 }))).toBe('unclear');
    expect(judgePassage(undefined, later())).toBe('unclear');
    expect(judgePassage(look(), later({ consumerId: 'two' }))).toBe('unclear');
  });

  it('never calls blocked what passes packets on', () => {
    const count = fc.nat({ max: 1_000 });
    fc.assert(
      fc.property(count, fc.integer({ min: 1 }), fc.nat(), (passed, more, arrived) => {
        const now = later({ passed: passed + more, arrived });
        expect(judgePassage(look({ passed }), now)).not.toBe('blocked');
      }),
    );
  });
});

describe('nextRepair (ROOM-13)', () => {
  it('tries each step once, in order, with patience between, and then gives up', () => {
    let repairs: Repairs | undefined;
    const done: unknown[] = [];
    for (let nowMs = 0; nowMs < 120_000 && done.at(-1) !== 'give up'; nowMs += 500) {
      const next = nextRepair(repairs, nowMs);
      if (next === 'wait') continue;
      done.push(next);
      if (next !== 'give up') repairs = { tried: [...(repairs?.tried ?? []), next], lastMs: nowMs };
    }
    expect(done).toEqual([...repairSteps, 'give up']);
    expect(nextRepair({ tried: ['nudge'], lastMs: 0 }, 2_999)).toBe('wait');
    expect(nextRepair({ tried: ['nudge'], lastMs: 0 }, 3_000)).toBe('renew');
  });
});
