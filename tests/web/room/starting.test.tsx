// @vitest-environment happy-dom
import { createMemo, createRoot, createSignal } from 'solid-js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createStarting } from '../../../web/room/lobby/createStarting.ts';

beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

it('counts down once everyone is ready, starts once, and not when somebody needs a moment (ROOM-3)', () => {
  const [ready, setReady] = createSignal(false);
  const start = vi.fn();
  const [left, dispose] = createRoot((end) => {
    return [createStarting(createMemo(ready), start), end];
  });
  expect(left()).toBeUndefined();
  setReady(true);
  expect(left()).toBe(3);
  vi.advanceTimersByTime(2_000);
  expect(left()).toBe(1);
  setReady(false);
  expect(left()).toBeUndefined();
  vi.advanceTimersByTime(5_000);
  expect(start).not.toHaveBeenCalled();
  setReady(true);
  vi.advanceTimersByTime(10_000);
  expect(start).toHaveBeenCalledTimes(1);
  dispose();
});
