type Grid = { columns: number; rows: number; width: number; height: number };

/** A camera gives no wider picture; a face needs no narrower one where there is room. */
const widest = 16 / 9;
const narrowest = { wide: 4 / 3, upright: 3 / 4 };

/** The even grid whose tiles are largest, for `count` tiles in a space; all lengths in the same unit. */
export function bestGrid(count: number, space: { width: number; height: number }, gap: number): Grid {
  const grids = Array.from({ length: Math.max(1, count) }, (_, index) =>
    gridOf(index + 1, count, space, gap),
  );
  // Of grids alike, the one with fewer gaps in its last row.
  return grids.reduce((best, grid) => (area(grid) > area(best) + 1 ? grid : best));
}

const area = ({ width, height }: Grid) => width * height;

function gridOf(columns: number, count: number, space: { width: number; height: number }, gap: number): Grid {
  const least = space.height > space.width ? narrowest.upright : narrowest.wide;
  const rows = Math.max(1, Math.ceil(count / columns));
  const cellWidth = Math.max(0, (space.width - (columns - 1) * gap) / columns);
  const cellHeight = Math.max(0, (space.height - (rows - 1) * gap) / rows);
  return {
    columns,
    rows,
    width: Math.min(cellWidth, cellHeight * widest),
    height: Math.min(cellHeight, cellWidth / least),
  };
}
