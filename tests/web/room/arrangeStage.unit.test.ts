import { expect, test } from 'vitest';
import { arrangeStage, ownerOf, tileKey } from '../../../web/room/arrangeStage.ts';
import { formatLength } from '../../../web/room/lessonClock.ts';

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `peer-${index + 1}` }));
const placed = (scene: Parameters<typeof arrangeStage>[0]) => {
  const { layout, tiles, placeOf } = arrangeStage(scene);
  return { layout, places: Object.fromEntries(tiles.map((tile) => [tile, placeOf(tile)])) };
};

test('alone one fills the stage; of two the other is large and oneself lies over it (ROOM-6)', () => {
  expect(placed({ people: [], sharing: [] })).toEqual({ layout: 'one', places: { 'self/camera': 'main' } });
  expect(placed({ people: people(1), sharing: [] })).toEqual({
    layout: 'pair',
    places: { 'peer-1/camera': 'main', 'self/camera': 'over' },
  });
});

test.each([
  [2, 2, 2],
  [3, 2, 2],
  [4, 3, 2],
  [8, 3, 3],
  [11, 4, 3],
])('%i others and oneself stand in %i columns and %i rows', (others, columns, rows) => {
  const arrangement = arrangeStage({ people: people(others), sharing: [] });
  expect(arrangement).toMatchObject({ layout: 'grid', columns, rows });
  expect(arrangement.tiles).toHaveLength(others + 1);
  expect(columns * rows).toBeGreaterThanOrEqual(others + 1);
});

test('the latest shared screen takes the stage, everybody else stands beside it (ROOM-6)', () => {
  expect(placed({ people: people(2), sharing: ['self', 'peer-2'] })).toEqual({
    layout: 'screen',
    places: {
      'peer-2/screen': 'main',
      'peer-1/camera': 'side',
      'peer-2/camera': 'side',
      'self/camera': 'side',
    },
  });
});

test('a tile knows its owner', () => {
  expect(ownerOf(tileKey('peer-1', 'screen'))).toBe('peer-1');
});

test.each([
  [0, '00:00'],
  [-5_000, '00:00'],
  [272_900, '04:32'],
  [3_600_000 + 272_000, '1:04:32'],
])('a length of %i ms reads %s', (lengthMs, text) => {
  expect(formatLength(lengthMs)).toBe(text);
});
