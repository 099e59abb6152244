// @vitest-environment happy-dom
import { cleanup, render } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { EndNotice } from '../../../web/room/clock/EndNotice.tsx';

const minuteMs = 60_000;
let endMs: number;
const lesson = (id: string, atMs = endMs) => ({ id, endsAt: new Date(atMs).toISOString() }) as SessionForMe;

// The page's clock ticks from its first reader on, so there is one time for all tests.
beforeAll(() => void vi.useFakeTimers({ now: Date.parse('2026-11-21T13:00:00.000Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  sessionStorage.clear();
  endMs = Date.now() + 10 * minuteMs + 2_000;
});
afterEach(cleanup);

const shown = (container: HTMLElement) => container.querySelector('[role=status]')?.textContent ?? '';

it('the planned end is announced once in a tab, also when its page loads again in between (ROOM-11)', () => {
  const first = render(() => <EndNotice session={lesson('first')} />);
  expect(shown(first.container)).toBe('');
  vi.advanceTimersByTime(3_000);
  expect(shown(first.container)).toContain('10 minutes left');
  first.unmount();
  const second = render(() => <EndNotice session={lesson('first')} />);
  vi.advanceTimersByTime(3_000);
  expect(shown(second.container)).toBe('');
  vi.advanceTimersByTime(8 * minuteMs);
  expect(shown(second.container)).toContain('2 minutes left');
  vi.advanceTimersByTime(minuteMs);
  expect(shown(second.container)).toBe('');
  vi.advanceTimersByTime(minuteMs);
  expect(shown(second.container)).toContain('The planned time is over');
  expect(shown(second.container)).toContain('goes on until it is ended');
});

it('an end that is moved is told at once, and announced anew (ROOM-11)', () => {
  const [end, setEnd] = createSignal(endMs);
  const { container } = render(() => <EndNotice session={lesson('second', end())} />);
  vi.advanceTimersByTime(3_000);
  expect(shown(container)).toContain('10 minutes left');
  setEnd(endMs + 5 * minuteMs);
  expect(shown(container)).toMatch(/Extended to \d\d:\d\d/);
  vi.advanceTimersByTime(5 * minuteMs);
  expect(shown(container)).toContain('10 minutes left');
});
