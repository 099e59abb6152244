import { describe, expect, test } from 'vitest';
import { summarise } from '../../api/quality/rules.ts';
import type { MeasuredQuality } from '../../media/contracts/quality.ts';

const none = { good: 0, fair: 0, poor: 0, lost: 0 };
const stretch = (seconds: Partial<MeasuredQuality['seconds']>, score = 4, lost = 0): MeasuredQuality => ({
  from: '2026-11-21T10:00:00.000Z',
  seconds: { ...none, ...seconds },
  score: { average: score, lowest: score - 0.5 },
  lostShare: { average: lost, highest: lost },
  roundTripMs: { average: 50, highest: 90 },
  way: 'udp',
});
const away: MeasuredQuality = {
  ...stretch({ lost: 60 }),
  ...{ score: null, lostShare: null, roundTripMs: null, way: null },
};

describe('a person’s minutes in one line (ROOM-15)', () => {
  test('add up, and averages are weighed by what was measured', () => {
    const summary = summarise([
      stretch({ good: 60 }),
      stretch({ good: 20, fair: 9.6 }, 3, 0.1),
      away,
      { ...stretch({ good: 0.4 }), way: 'turn' },
    ]);
    expect(summary).toEqual({
      seconds: { good: 80, fair: 10, poor: 0, lost: 60 },
      score: { average: 3.7, lowest: 2.5 },
      ...{ lostPercent: 3.3, roundTripMs: 50, ways: ['turn', 'udp'] },
    });
  });

  test('know nothing of who was only away, or never there', () => {
    expect(summarise([away])).toMatchObject({
      ...{ seconds: { ...none, lost: 60 }, score: null, lostPercent: null, roundTripMs: null, ways: [] },
    });
    expect(summarise([])).toMatchObject({ seconds: none, score: null });
  });
});
