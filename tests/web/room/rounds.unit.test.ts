import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rounds } from '../../../web/room/Rounds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails until it is given up, each try after the pause that was asked for. @returns for how long (milliseconds) */
function failOn(rounds: Rounds, { online = true, forMs = Infinity } = {}): number {
  const since = performance.now();
  for (;;) {
    const pauseMs = rounds.failed(online);
    if (pauseMs === undefined || performance.now() - since >= forMs) return performance.now() - since;
    vi.advanceTimersByTime(pauseMs);
  }
}

test('three rounds are tried before the person is asked, and 30 s pass unasked (ROOM-13)', () => {
  const tookMs = failOn(new Rounds());
  expect(tookMs).toBeGreaterThan(30_000);
  expect(tookMs).toBeLessThan(60_000);
});

test('without a network no round passes', () => {
  const rounds = new Rounds();
  expect(failOn(rounds, { online: false, forMs: 600_000 })).toBeGreaterThanOrEqual(600_000);
  expect(failOn(rounds)).toBeGreaterThan(30_000);
});

test('a machine that slept loses one round by it, not all', () => {
  const rounds = new Rounds();
  rounds.failed(true);
  vi.advanceTimersByTime(3_600_000);
  expect(rounds.failed(true)).toBeGreaterThan(0);
  expect(failOn(rounds)).toBeGreaterThan(25_000);
});
