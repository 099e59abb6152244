// @vitest-environment happy-dom
import { cleanup, render } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { partsUntil, spokenMinutes } from '../../web/lib/countdown.ts';
import { Countdown } from '../../web/ui/Countdown.tsx';

const start = '2025-11-22T13:00:00.000Z';
const startMs = Date.parse(start);
const minute = 60_000;

describe('what is left', () => {
  it('counts whole seconds and never below zero', () => {
    expect(partsUntil(start, startMs - 61_500)).toMatchObject({ hours: '00', minutes: '01', seconds: '02' });
    expect(partsUntil(start, startMs + minute)).toMatchObject({ hours: '00', minutes: '00', seconds: '00' });
  });
  it('is soon in the last 15 minutes and far before the last day', () => {
    expect(partsUntil(start, startMs - 15 * minute).soon).toBe(true);
    expect(partsUntil(start, startMs - 15 * minute - 1).soon).toBe(false);
    expect(partsUntil(start, startMs - 24 * 60 * minute - 1).far).toBe(true);
  });
  it('is spoken at 10, 5 and 1 minutes only', () => {
    const spoken = [11, 10, 6, 5, 2, 1, 0].map((left) => spokenMinutes(start, startMs - left * minute));
    expect(spoken).toEqual([undefined, 10, 10, 5, 5, 1, undefined]);
  });
});

describe('Countdown', () => {
  beforeEach(() => vi.useFakeTimers({ now: startMs - 10 * minute - 2000 }));
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('ticks every second and speaks when a mark is passed', () => {
    const { container } = render(() => <Countdown until={start} />);
    const shown = () => container.querySelector('.countdown')?.textContent;
    const spoken = () => container.querySelector('[aria-live]')?.textContent;
    expect(shown()).toBe('00:10:02');
    expect(spoken()).toBe('');
    vi.advanceTimersByTime(2000);
    expect(shown()).toBe('00:10:00');
    expect(spoken()).toBe('Starts in 10 minutes');
  });
});
