import { expect, test } from 'vitest';
import { momentAt, placeOf } from '../../web/sessions/replay/recordedTime.ts';

const begin = Date.parse('2026-11-21T10:00:00.000Z');
const at = (ms: number) => new Date(begin + ms).toISOString();
// A pause of two seconds lies between.
const stretches = [
  { from: at(0), atMs: 0, lengthMs: 4_000 },
  { from: at(6_000), atMs: 4_000, lengthMs: 3_000 },
];

test('a replay knows when in the lesson it is, and where in the recording a moment stands (ROOM-17)', () => {
  const moments = [0, 3_999, 4_000, 7_000, 9_000].map((ms) => momentAt(stretches, ms) - begin);
  expect(moments).toEqual([0, 3_999, 6_000, 9_000, 9_000]);
  const places = [-5_000, 0, 3_000, 5_000, 6_000, 8_000, 20_000].map((ms) => placeOf(stretches, begin + ms));
  expect(places).toEqual([0, 0, 3_000, 4_000, 4_000, 6_000, 7_000]);
});
