import { self, tileKey, type Arrangement, type TileKey } from '../arrangeStage.ts';
import { bestGrid } from './bestGrid.ts';

export type Size = { width: number; height: number };
export type Rect = Size & { left: number; top: number };
export const corners = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const;
export type Corner = (typeof corners)[number];

/** CSS pixels. `free` is what no bar lies over, inside of the stage. */
export type Boxes = { stage: Size; free: Rect };
type Look = { corner: Corner; gap: number };

const own = tileKey(self, 'camera');
const upright = ({ width, height }: Size) => height > width;
const clamp = (least: number, wish: number, most: number) => Math.max(least, Math.min(wish, most));
/** The narrowest that a small tile may be, so that a name and a menu of 48 pixels fit. */
const narrowest = { upright: 84, wide: 128 };
const smallAspect = 16 / 10;
const mostSmall = 8;

/** How many small tiles have room beside a large one. */
export function smallFits({ free }: Boxes, gap: number): number {
  const count = upright(free)
    ? (free.width + gap) / (narrowest.upright + gap)
    : (free.height + gap) / (narrowest.wide / smallAspect + gap);
  return clamp(2, Math.floor(count), mostSmall);
}

/** Where each seen tile lies on the stage, in CSS pixels. */
export function placeTiles({ layout, shown }: Arrangement, boxes: Boxes, look: Look): Map<TileKey, Rect> {
  const { stage, free } = boxes;
  const main = shown.find(({ place }) => place === 'main')?.tile;
  const rest = shown.filter(({ place }) => place !== 'main').map(({ tile }) => tile);
  const rects = new Map<TileKey, Rect>();
  if (layout === 'grid') return placeGrid(rest, free, look.gap);
  if (layout === 'beside' && main) return placeBeside(main, rest, free, look.gap);
  if (main) rects.set(main, { left: 0, top: 0, ...stage });
  // One's own lies in the corner, the others follow from there.
  const fromCorner = rest.toSorted((a, b) => Number(b === own) - Number(a === own));
  for (const [tile, rect] of placeOver(fromCorner, free, look)) rects.set(tile, rect);
  return rects;
}

function placeGrid(tiles: TileKey[], free: Rect, gap: number): Map<TileKey, Rect> {
  const { columns, rows, width, height } = bestGrid(tiles.length, free, gap);
  const spread = (count: number, length: number) => count * length + (count - 1) * gap;
  const top = free.top + (free.height - spread(rows, height)) / 2;
  return new Map(
    tiles.map((tile, index) => {
      const row = Math.floor(index / columns);
      const inRow = Math.min(columns, tiles.length - row * columns);
      const left = free.left + (free.width - spread(inRow, width)) / 2;
      const [x, y] = [left + (index % columns) * (width + gap), top + row * (height + gap)];
      return [tile, { left: x, top: y, width, height }];
    }),
  );
}

function placeBeside(main: TileKey, rest: TileKey[], free: Rect, gap: number): Map<TileKey, Rect> {
  const count = Math.max(1, rest.length);
  const { left, top, width, height } = free;
  if (upright(free)) {
    const share = (width - (count - 1) * gap) / count;
    // Of two, the second has the rest of an upright stage.
    const small =
      count === 1
        ? { width, height: height * 0.36 }
        : { width: Math.min(share, 160), height: Math.min(share, 160) };
    const spread = count * small.width + (count - 1) * gap;
    const at = { left: left + (width - spread) / 2, top: top + height - small.height };
    return new Map([
      [main, { left, top, width, height: height - small.height - gap }],
      ...rest.map((tile, index): [TileKey, Rect] => [
        tile,
        { ...at, ...small, left: at.left + index * (small.width + gap) },
      ]),
    ]);
  }
  const share = (height - (count - 1) * gap) / count;
  const side =
    count === 1
      ? clamp(narrowest.wide, width * 0.3, 26 * 16)
      : Math.min(clamp(narrowest.wide, width * 0.2, 15 * 16), share * smallAspect);
  const small = { width: side, height: Math.min(count === 1 ? side * 0.75 : side / smallAspect, height) };
  const spread = count * small.height + (count - 1) * gap;
  const at = { left: left + width - side, top: top + (height - spread) / 2 };
  return new Map([
    [main, { left, top, width: width - side - gap, height }],
    ...rest.map((tile, index): [TileKey, Rect] => [
      tile,
      { ...at, ...small, top: at.top + index * (small.height + gap) },
    ]),
  ]);
}

/** How large the small ones over a picture are. */
export function overSize(free: Rect): Size {
  if (upright(free)) {
    const width = clamp(narrowest.upright, free.width * 0.27, 128);
    return { width, height: (width * 4) / 3 };
  }
  const width = clamp(narrowest.wide, free.width * 0.24, 240);
  return { width, height: width / smallAspect };
}

function placeOver(tiles: TileKey[], free: Rect, { corner, gap }: Look): Map<TileKey, Rect> {
  const inset = gap + 4;
  const along = upright(free) ? 'width' : 'height';
  const wish = overSize(free);
  const room = free[along] - 2 * inset - (tiles.length - 1) * gap;
  const scale = Math.min(1, room / (tiles.length * wish[along]));
  const size = { width: wish.width * scale, height: wish.height * scale };
  const fromRight = corner.endsWith('Right');
  const fromBottom = corner.startsWith('bottom');
  return new Map(
    tiles.map((tile, index) => {
      const step = index * (size[along] + gap);
      const x = inset + (along === 'width' ? step : 0);
      const y = inset + (along === 'height' ? step : 0);
      const left = free.left + (fromRight ? free.width - x - size.width : x);
      const top = free.top + (fromBottom ? free.height - y - size.height : y);
      return [tile, { left, top, ...size }];
    }),
  );
}
