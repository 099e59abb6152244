/** What one tile shows; a string, so that a tile stays the same one wherever it stands. */
export type TileKey = `${string}/${'camera' | 'screen'}`;
/** `one`: a single tile; `pair`: one large, oneself over it; `grid`; `screen`: a screen on the stage, people beside. */
export type Layout = 'one' | 'pair' | 'grid' | 'screen';
export type Place = 'main' | 'over' | 'cell' | 'side';
export type Arrangement = {
  layout: Layout;
  /** Of the grid on a wide screen; an upright one takes them the other way round. */
  columns: number;
  rows: number;
  tiles: TileKey[];
  placeOf: (tile: TileKey) => Place;
};

export const self = 'self';
export const tileKey = (id: string, source: 'camera' | 'screen'): TileKey => `${id}/${source}`;
export const ownerOf = (tile: TileKey): string => tile.slice(0, tile.lastIndexOf('/'));

type Scene = {
  /** The others, in the order in which they came. */
  people: readonly { id: string }[];
  /** Ids of those who share a screen; the latest is shown. */
  sharing: readonly string[];
};

/** Who stands where on the stage (ROOM-6). */
export function arrangeStage({ people, sharing }: Scene): Arrangement {
  const others = people.map(({ id }) => tileKey(id, 'camera'));
  const own = tileKey(self, 'camera');
  const shared = sharing.at(-1);
  if (shared !== undefined) {
    const screen = tileKey(shared, 'screen');
    const placeOf = (tile: TileKey): Place => (tile === screen ? 'main' : 'side');
    return { layout: 'screen', columns: 1, rows: 1, tiles: [screen, ...others, own], placeOf };
  }
  if (others.length === 0) return { layout: 'one', columns: 1, rows: 1, tiles: [own], placeOf: () => 'main' };
  if (others.length === 1) {
    return {
      layout: 'pair',
      columns: 1,
      rows: 1,
      tiles: [...others, own],
      placeOf: (tile) => (tile === own ? 'over' : 'main'),
    };
  }
  const tiles = [...others, own];
  const columns = Math.ceil(Math.sqrt(tiles.length));
  const rows = Math.ceil(tiles.length / columns);
  return { layout: 'grid', columns, rows, tiles, placeOf: () => 'cell' };
}
