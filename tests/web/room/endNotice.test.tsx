// @vitest-environment happy-dom
import { cleanup, render } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { EndNotice } from '../../../web/room/clock/EndNotice.tsx';

const endsAt = '2026-11-21T13:00:00.000Z';
const endMs = Date.parse(endsAt);
const minuteMs = 60_000;
const lesson = (end = endsAt) => ({ id: 'a lesson', endsAt: end }) as SessionForMe;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: endMs - 10 * minuteMs - 2_000 });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const shown = (container: HTMLElement) => container.querySelector('[role=status]')?.textContent ?? '';

it('the planned end is announced once in a tab, also when its page loads again in between (ROOM-11)', () => {
  const first = render(() => <EndNotice session={lesson()} />);
  expect(shown(first.container)).toBe('');
  vi.advanceTimersByTime(3_000);
  expect(shown(first.container)).toContain('10 minutes left');
  first.unmount();
  const second = render(() => <EndNotice session={lesson()} />);
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
  const [end, setEnd] = createSignal(endsAt);
  const { container } = render(() => <EndNotice session={lesson(end())} />);
  vi.advanceTimersByTime(3_000);
  expect(shown(container)).toContain('10 minutes left');
  setEnd(new Date(endMs + 5 * minuteMs).toISOString());
  expect(shown(container)).toMatch(/Extended to \d\d:\d\d/);
  vi.advanceTimersByTime(5 * minuteMs);
  expect(shown(container)).toContain('10 minutes left');
});
