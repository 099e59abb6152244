import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangeStage, layoutModes, self, tileKey, type Scene } from '../../../web/room/arrangeStage.ts';
import { bestGrid } from '../../../web/room/layout/bestGrid.ts';
import { fitPicture } from '../../../web/room/layout/fitPicture.ts';
import { nearestCorner } from '../../../web/room/layout/nearestCorner.ts';
import {
  corners,
  placeTiles,
  smallFits,
  type Boxes,
  type Rect,
} from '../../../web/room/layout/placeTiles.ts';

const gap = 12;
const boxesOf = (width: number, height: number, top = 0, bottom = 0): Boxes => ({
  stage: { width, height },
  free: { left: 0, top, width, height: height - top - bottom },
});
const desktop = boxesOf(1408, 740);
const phone = boxesOf(390, 844, 48, 88);

function place(
  boxes: Boxes,
  over: Partial<Scene> & { count: number },
  corner = corners[3] as (typeof corners)[number],
) {
  const { count, ...rest } = over;
  const arrangement = arrangeStage({
    mode: 'auto',
    ownRole: 'mentor',
    people: Array.from({ length: count }, (_, index) => ({ id: `peer-${index}`, role: 'learner' as const })),
    sharing: [],
    swapped: false,
    hideSelf: false,
    page: 0,
    fits: { grid: 16, small: smallFits(boxes, gap) },
    ...rest,
  });
  return { arrangement, rects: placeTiles(arrangement, boxes, { corner, gap }) };
}

const inside = (rect: Rect, { left, top, width, height }: Rect) =>
  rect.left >= left - 0.01 &&
  rect.top >= top - 0.01 &&
  rect.left + rect.width <= left + width + 0.01 &&
  rect.top + rect.height <= top + height + 0.01;
const meet = (a: Rect, b: Rect) =>
  a.left < b.left + b.width - 0.01 &&
  b.left < a.left + a.width - 0.01 &&
  a.top < b.top + b.height - 0.01 &&
  b.top < a.top + a.height - 0.01;

test('whatever the window: each seen tile has its own space, and lies where no bar is (ROOM-6)', () => {
  const window = fc.record({
    width: fc.integer({ min: 320, max: 2560 }),
    height: fc.integer({ min: 320, max: 1440 }),
    top: fc.nat(56),
    bottom: fc.nat(96),
  });
  fc.assert(
    fc.property(
      window,
      fc.constantFrom(...layoutModes),
      fc.nat(20),
      fc.constantFrom(...corners),
      fc.boolean(),
      ({ width, height, top, bottom }, mode, count, corner, shares) => {
        const boxes = boxesOf(width, height, top, bottom);
        const sharing = shares && count > 0 ? ['peer-0'] : [];
        const { arrangement, rects } = place(boxes, { mode, count, sharing }, corner);
        expect([...rects.keys()].sort()).toEqual(arrangement.shown.map(({ tile }) => tile).sort());
        const free: Rect[] = [];
        for (const [tile, rect] of rects) {
          expect(rect.width, tile).toBeGreaterThan(20);
          expect(rect.height, tile).toBeGreaterThan(20);
          const bleeds = arrangement.placeOf(tile) === 'main' && arrangement.layout !== 'beside';
          if (bleeds) continue;
          expect(inside(rect, boxes.free), tile).toBe(true);
          for (const other of free) expect(meet(rect, other), tile).toBe(false);
          free.push(rect);
        }
      },
    ),
  );
});

describe('places', () => {
  const own = tileKey(self, 'camera');
  test('one’s own picture lies in the chosen corner, over the large one, which fills the stage', () => {
    for (const corner of corners) {
      const { rects } = place(phone, { count: 1 }, corner);
      const small = rects.get(own);
      expect(rects.get('peer-0/camera')).toEqual({ left: 0, top: 0, width: 390, height: 844 });
      const middle = {
        x: (small?.left ?? 0) + (small?.width ?? 0) / 2,
        y: (small?.top ?? 0) + (small?.height ?? 0) / 2,
      };
      expect(nearestCorner(middle, phone.free)).toBe(corner);
    }
  });

  test('two stand side by side on a desktop, and stacked on an upright phone', () => {
    const wide = place(desktop, { count: 1, mode: 'side' }).rects;
    expect(wide.get(own)?.left).toBeGreaterThan(wide.get('peer-0/camera')?.width ?? Infinity);
    const tall = place(phone, { count: 1, mode: 'side' }).rects;
    expect(tall.get(own)?.top).toBeGreaterThan(tall.get('peer-0/camera')?.height ?? Infinity);
    expect(tall.get(own)?.width).toBe(390);
  });
});

test.each([
  [2, 1408, 740, 2, 1],
  [4, 1408, 740, 2, 2],
  [6, 1408, 740, 3, 2],
  [16, 1408, 740, 4, 4],
  [2, 390, 700, 1, 2],
  [6, 390, 700, 2, 3],
])('%i tiles on %i × %i stand in %i columns and %i rows', (count, width, height, columns, rows) => {
  expect(bestGrid(count, { width, height }, gap)).toMatchObject({ columns, rows });
});

describe('a picture in its tile', () => {
  const camera = { width: 1280, height: 720 };
  const upright = { width: 720, height: 1280 };
  test.each([
    [
      'a camera fills a tile a little narrower',
      camera,
      { width: 400, height: 300 },
      { fit: 'cover', height: 1 },
    ],
    [
      'an upright camera is seen whole in a wide tile',
      upright,
      { width: 800, height: 450 },
      { fit: 'contain', height: 1 },
    ],
    [
      'an upright camera fills an upright tile',
      upright,
      { width: 390, height: 844 },
      { fit: 'cover', height: 1 },
    ],
    ['before the first frame nothing is known', { width: 0, height: 0 }, camera, { fit: 'cover', height: 1 }],
  ])('%s', (_, picture, tile, expected) => {
    expect(fitPicture(picture, tile, 'camera')).toEqual(expected);
  });

  test('a screen is always seen whole', () => {
    expect(fitPicture(camera, { width: 300, height: 300 }, 'screen')).toEqual({ fit: 'contain', height: 1 });
  });

  test('of a camera in a narrow tile at least two fifths are seen', () => {
    const tile = { width: 390, height: 844 };
    const { fit, height } = fitPicture(camera, tile, 'camera');
    expect(fit).toBe('cover');
    const seen = tile.width / (tile.height * height) / (camera.width / camera.height);
    expect(seen).toBeCloseTo(0.4);
  });
});
