import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QualityReport } from '../../media/contracts/quality.ts';
import { ownFigures, type Uplink } from '../../media/quality/ownFigures.ts';
import { QualityMeter } from '../../media/quality/QualityMeter.ts';
import { QualityRecord } from '../../media/quality/QualityRecord.ts';
import { type ConnectionFigures, levelOf, rateConnection } from '../../media/quality/rateConnection.ts';
import { type Settled, settleLevel } from '../../media/quality/settleLevel.ts';

const perfect: ConnectionFigures = {
  ...{ roundTripMs: 0, jitterMs: 0, lostShare: 0, freezes: 0, frozenShare: 0, heldBackShare: 0 },
};
const level = (faults: Partial<ConnectionFigures>) => levelOf(rateConnection({ ...perfect, ...faults }));
const figures = fc.record({
  roundTripMs: fc.double({ min: 0, max: 5_000, noNaN: true }),
  jitterMs: fc.double({ min: 0, max: 1_000, noNaN: true }),
  lostShare: fc.double({ min: 0, max: 1, noNaN: true }),
  freezes: fc.integer({ min: 0, max: 100 }),
  frozenShare: fc.double({ min: 0, max: 1, noNaN: true }),
  heldBackShare: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the score of a connection (ROOM-15)', () => {
  test('is what G.107 gives for a line without faults, and falls where G.109 says that people complain', () => {
    expect(rateConnection(perfect)).toBeCloseTo(4.37, 1);
    expect(level({ roundTripMs: 180, lostShare: 0.01 })).toBe('good');
    expect(level({ roundTripMs: 180, lostShare: 0.04 })).toBe('fair');
    expect(level({ lostShare: 0.15 })).toBe('poor');
    expect(level({ roundTripMs: 300 })).toBe('good');
    expect(level({ roundTripMs: 500 })).toBe('fair');
    expect(level({ roundTripMs: 800 })).toBe('poor');
    expect(level({ freezes: 1, frozenShare: 0.1 })).toBe('fair');
    expect(level({ freezes: 3, frozenShare: 0.5 })).toBe('poor');
    expect(level({ heldBackShare: 1 })).toBe('fair');
  });

  test('lies between 1 and 4.41, and more of any fault is never better', () => {
    fc.assert(
      fc.property(figures, figures, (one, other) => {
        const worse = Object.fromEntries(
          Object.entries(one).map(([name, value]) => [
            name,
            Math.max(value, other[name as keyof ConnectionFigures]),
          ]),
        ) as unknown as ConnectionFigures;
        const [before, after] = [rateConnection(one), rateConnection(worse)];
        expect(before).toBeGreaterThanOrEqual(1);
        expect(before).toBeLessThanOrEqual(4.42);
        expect(after).toBeLessThanOrEqual(before + 1e-9);
      }),
    );
  });
});

const report: QualityReport = { way: 'udp', roundTripMs: 40, send: null, receive: [], heldBackShare: 0 };
const from = (lostShare: number, frozenShare = 0, peerId = 'a') => ({
  ...{ peerId, lostShare, jitterMs: 4, frozenShare, freezes: frozenShare > 0 ? 2 : 0 },
});
const own = (receive: QualityReport['receive'], uplinks: Record<string, Uplink>, heldBack = false) =>
  ownFigures({ ...report, receive }, (id) => uplinks[id], heldBack);

describe('one’s own line', () => {
  test('is not blamed for what the sender’s line lost, nor for pictures that came in pieces', () => {
    const bad = { lostShare: 0.1, heldBackShare: 0 };
    expect(own([from(0.1, 0.4)], { a: bad })).toMatchObject({ lostShare: 0, frozenShare: 0 });
    expect(own([from(0.19)], { a: bad })?.lostShare).toBeCloseTo(0.1, 5);
    expect(own([from(0.1, 0.4)], {})).toMatchObject({ lostShare: 0.1, frozenShare: 0.4, freezes: 2 });
  });

  test('is judged by who comes through best, and by the worse direction', () => {
    const two = [from(0.3, 0.5), from(0.01, 0, 'b')];
    expect(own(two, {})).toMatchObject({ lostShare: 0.01, frozenShare: 0 });
    const sending = { ...report, send: { lostShare: 0.2, jitterMs: 30 }, receive: two };
    expect(ownFigures(sending, () => undefined, true)).toMatchObject({
      ...{ lostShare: 0.2, jitterMs: 30, heldBackShare: 1 },
    });
  });

  test('is unknown where nothing was measured', () => {
    expect(ownFigures({ ...report, roundTripMs: null }, () => undefined, false)).toBeUndefined();
  });
});

describe('the level that people see', () => {
  const told = (scores: number[]) => {
    let settled: Settled | undefined;
    return scores.map((score) => (settled = settleLevel(settled, score)).level);
  };

  test('follows a change within some reports', () => {
    expect(told([4.4, 4.4, 1.5, 1.5, 1.5]).slice(1)).toEqual(['good', 'good', 'poor', 'poor']);
    const healed = told([2, 2, 4.4, 4.4, 4.4, 4.4, 4.4, 4.4, 4.4]);
    expect(healed.at(-1)).toBe('good');
    expect(healed.slice(0, 4)).toEqual(['poor', 'poor', 'poor', 'poor']);
  });

  test('does not flicker when scores swing around a border, or a single report is bad', () => {
    const swinging = told(Array.from({ length: 40 }, (_, index) => (index % 2 ? 4.08 : 3.95)));
    expect(new Set(swinging).size).toBe(1);
    expect(new Set(told([4.4, 4.4, 2.5, 4.4, 4.4]))).toEqual(new Set(['good']));
  });
});

describe('the record of a connection', () => {
  test('counts time by level, and none while a page sleeps', () => {
    const record = new QualityRecord(0);
    const add = (lostShare: number, now: number) =>
      record.add({ ...perfect, roundTripMs: 50, lostShare }, rateConnection(perfect), 'tcp', now);
    add(0, 4_000);
    record.setLevel('good', 4_000);
    add(0.02, 8_000);
    record.setLevel('fair', 8_000);
    record.setLevel('lost', 60_000);
    expect(record.take(90_000)).toEqual({
      from: '1970-01-01T00:00:00.000Z',
      seconds: { good: 4, fair: 15, poor: 0, lost: 30 },
      score: { average: rateConnection(perfect), lowest: rateConnection(perfect) },
      lostShare: { average: 0.01, highest: 0.02 },
      ...{ roundTripMs: { average: 50, highest: 50 }, way: 'tcp' },
    });
    expect(record.take(91_000)).toMatchObject({ seconds: { lost: 1 }, score: null, lostShare: null });
    record.setLevel(undefined, 91_000);
    expect(record.take(99_000)).toBeUndefined();
  });
});

describe('a person’s meter', () => {
  test('says lost while they are away and what it was when they are back; tells news only', () => {
    const meter = new QualityMeter('a', 0, () => undefined);
    const take = (now: number) => meter.take({ ...report, roundTripMs: 52 }, () => undefined, false, now);
    expect(meter.view).toBeUndefined();
    expect(take(4_000)).toBe(true);
    expect(meter.news(4_000)).toMatchObject({ level: 'good', lostPercent: 0, roundTripMs: 50 });
    expect([take(8_000), meter.news(8_000)]).toEqual([false, undefined]);
    expect([meter.setAway(true, 9_000), meter.setAway(true, 9_000)]).toEqual([true, false]);
    expect(meter.news(9_000)).toMatchObject({ level: 'lost', score: null });
    meter.setAway(false, 12_000);
    expect(meter.view?.level).toBe('good');
  });

  test('tells the record once a minute and at the end', () => {
    const told: number[] = [];
    const meter = new QualityMeter('a', 0, ({ seconds }) => told.push(seconds.good));
    for (let now = 4_000; now <= 124_000; now += 4_000) meter.take(report, () => undefined, false, now);
    meter.close(130_000);
    expect(told).toEqual([56, 60, 10]);
  });
});
