import { expect, test } from 'vitest';
import { createPace } from '../../../web/room/background/createPace.ts';
import { fitLines, judge, steps, unloaded, type Load } from '../../../web/room/background/holdRate.ts';

const after = (load: Load, ...means: number[]) => means.reduce(judge, load);
const windows = (count: number, meanMs: number) => Array.from({ length: count }, () => meanMs);
const lowest = steps.length - 1;

test('a machine that keeps up stays at the full picture (ROOM-2)', () => {
  expect(after(unloaded, ...windows(50, 30))).toMatchObject({ step: 0, struggling: false });
});

test('one slow window changes nothing, two in a row make the picture smaller, then rarer', () => {
  expect(after(unloaded, 90, 30, 90, 30).step).toBe(0);
  expect(after(unloaded, 90, 90).step).toBe(1);
  expect(after(unloaded, 90, 90, 90, 90).step).toBe(2);
  // So slow that no second look is needed.
  expect(after(unloaded, 500).step).toBe(1);
  expect(steps[1]?.lines).toBeLessThan(steps[0].lines);
  expect(steps[2]?.rate).toBeLessThan(steps[0].rate);
});

test('at the smallest and rarest it is told, and nothing else happens to the background', () => {
  const load = after(unloaded, ...windows(2 * lowest + 2, 200));
  expect(load).toMatchObject({ step: lowest, struggling: true });
  expect(after(load, ...windows(30, 200))).toMatchObject({ step: lowest, struggling: true });
});

test('what was told is taken back only when a window was well within the time', () => {
  const slowMs = steps[lowest]?.slowMs ?? 0;
  const load = after(unloaded, ...windows(2 * lowest + 2, 200));
  expect(judge(load, slowMs - 1).struggling).toBe(true);
  expect(judge(load, slowMs / 2).struggling).toBe(false);
});

test('it climbs after many easy windows, and waits twice as long each time it had to come back', () => {
  let load = after(unloaded, 90, 90);
  for (const patience of [5, 10, 20, 40, 80, 80]) {
    expect(after(load, ...windows(patience - 1, 5)).step).toBe(1);
    load = after(load, ...windows(patience, 5));
    expect(load.step).toBe(0);
    load = after(load, 90, 90);
  }
  // What is neither easy nor slow begins the count anew.
  expect(after(load, ...windows(79, 5), 20, ...windows(79, 5)).step).toBe(1);
});

test('pictures are made smaller by their shorter side, never larger, and even', () => {
  expect(fitLines(1280, 720, 720)).toEqual({ width: 1280, height: 720 });
  expect(fitLines(640, 480, 720)).toEqual({ width: 640, height: 480 });
  expect(fitLines(1280, 720, 360)).toEqual({ width: 640, height: 360 });
  expect(fitLines(720, 1280, 360)).toEqual({ width: 360, height: 640 });
  expect(fitLines(1283, 721, 360)).toEqual({ width: 640, height: 360 });
});

test('a window is two seconds and at least three pictures; at the last step every second picture is left out', () => {
  const loads: Load[] = [];
  const pace = createPace((load) => loads.push(load));
  let nowMs = 0;
  for (let frame = 0; frame < 60; frame++) pace.took(20, (nowMs += 33));
  expect(loads).toHaveLength(0);
  pace.took(20, (nowMs += 33));
  expect(loads).toHaveLength(1);
  // Windows of three pictures, each of which takes far too long.
  for (let frame = 0; frame < 9; frame++) pace.took(900, (nowMs += 900));
  expect(loads).toHaveLength(4);
  expect(pace.step()).toBe(steps[lowest]);
  const taken = Array.from({ length: 30 }, (_, frame) => pace.takes(frame * 33_333));
  expect(taken.filter(Boolean)).toHaveLength(15);
  // A clock that begins anew.
  expect(pace.takes(0)).toBe(true);
});
