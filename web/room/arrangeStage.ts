import type { PeerView } from '../../media/contracts/signalling.ts';

/** What one tile shows; a string, so that a tile stays the same one wherever it stands. */
export type TileKey = `${string}/${'camera' | 'screen'}`;
export const layoutModes = ['auto', 'side', 'overlay', 'grid', 'speaker'] as const;
/** What a person chose. */
export type LayoutMode = (typeof layoutModes)[number];
/** What it comes to: `one` large; `over`: small ones over a large one; `beside`: next to it; an even `grid`. */
export type Layout = 'one' | 'over' | 'beside' | 'grid';
/** `away`: on another page, so not seen. */
export type Place = 'main' | 'over' | 'side' | 'cell' | 'away';

export type Scene = {
  mode: LayoutMode;
  ownRole: PeerView['role'];
  /** The others, in the order in which they came. */
  people: readonly Pick<PeerView, 'id' | 'role'>[];
  /** Ids of those who share a screen, in the order in which they began; the latest takes the stage. */
  sharing: readonly string[];
  /** Whose turn it is to speak. */
  speakerId?: string | undefined;
  pinned?: TileKey | undefined;
  /** Of two, oneself is the large one. */
  swapped: boolean;
  hideSelf: boolean;
  /** From 0; one that is not there is the last one. */
  page: number;
  /** How many tiles fit: in the grid, and beside or over a large one. */
  fits: { grid: number; small: number };
};

export type Arrangement = {
  layout: Layout;
  /** Every tile, in an order that no change of layout touches. */
  tiles: TileKey[];
  /** The tiles that are seen, the main one first. */
  shown: { tile: TileKey; place: Exclude<Place, 'away'> }[];
  placeOf: (tile: TileKey) => Place;
  page: number;
  pages: number;
};

export const self = 'self';
/** Stands among those who share a screen: the whiteboard takes the stage in the same way. */
export const board = 'board';
export const boardTile: TileKey = `${board}/screen`;
export const tileKey = (id: string, source: 'camera' | 'screen'): TileKey => `${id}/${source}`;
export const ownerOf = (tile: TileKey): string => tile.slice(0, tile.lastIndexOf('/'));
const own = tileKey(self, 'camera');

/** Who stands where on the stage (ROOM-6). */
export function arrangeStage(scene: Scene): Arrangement {
  const tiles = tilesOf(scene);
  const layout = layoutOf(scene, tiles);
  const main = layout === 'grid' ? undefined : mainOf(scene, tiles);
  const rest = tiles.filter((tile) => tile !== main);
  const { seen, page, pages } = pageOf(rest, layout === 'grid' ? scene.fits.grid : scene.fits.small, scene);
  const place = ({ over: 'over', grid: 'cell', beside: 'side', one: 'side' } as const)[layout];
  const shown: Arrangement['shown'] = [
    ...(main ? [{ tile: main, place: 'main' as const }] : []),
    ...seen.map((tile) => ({ tile, place })),
  ];
  const places = new Map<TileKey, Place>(shown.map((one) => [one.tile, one.place]));
  return { layout, tiles, shown, placeOf: (tile) => places.get(tile) ?? 'away', page, pages };
}

/** Whom one came to see: the mentor; for the mentor, the first who learns. */
export function primaryOf({ people, ownRole }: Pick<Scene, 'people' | 'ownRole'>): string | undefined {
  const wanted = ownRole === 'mentor' ? 'learner' : 'mentor';
  return (people.find(({ role }) => role === wanted) ?? people[0])?.id;
}

function tilesOf({ people, sharing, hideSelf }: Scene): TileKey[] {
  const screens = sharing.map((id) => tileKey(id, 'screen'));
  const cameras = people.map(({ id }) => tileKey(id, 'camera'));
  // Alone there is nothing else to see.
  const hidden = hideSelf && screens.length + cameras.length > 0;
  return [...screens, ...cameras, ...(hidden ? [] : [own])];
}

function layoutOf({ mode, pinned, sharing, people, fits }: Scene, tiles: TileKey[]): Layout {
  if (tiles.length === 1) return 'one';
  if (sharing.length > 0) return 'beside';
  if (mode === 'overlay') return 'over';
  const isPinned = pinned !== undefined && tiles.includes(pinned);
  if (mode === 'grid') return isPinned ? 'beside' : 'grid';
  if (mode !== 'auto') return 'beside';
  if (people.length === 1) return 'over';
  return isPinned || tiles.length > fits.grid ? 'beside' : 'grid';
}

function mainOf(scene: Scene, tiles: TileKey[]): TileKey | undefined {
  const { pinned, sharing, speakerId, people, mode, swapped } = scene;
  const screen = sharing.findLast((id) => id !== self) ?? sharing.at(-1);
  const follows = mode === 'speaker' || mode === 'auto';
  const primary = primaryOf(scene);
  const keyOf = (source: 'camera' | 'screen', id?: string) =>
    id === undefined ? undefined : tileKey(id, source);
  const wishes = [
    pinned,
    keyOf('screen', screen),
    swapped && people.length === 1 ? own : undefined,
    follows ? keyOf('camera', speakerId) : undefined,
    keyOf('camera', primary),
  ];
  return wishes.find((wish) => wish !== undefined && tiles.includes(wish)) ?? tiles[0];
}

/** One's own picture is on every page: one always sees what one shows. */
function pageOf(tiles: TileKey[], fits: number, { page: wanted }: Scene) {
  const room = Math.max(2, fits);
  if (tiles.length <= room) return { seen: tiles, page: 0, pages: 1 };
  const mine = tiles.filter((tile) => tile === own);
  const others = tiles.filter((tile) => tile !== own);
  const each = room - mine.length;
  const pages = Math.ceil(others.length / each);
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { seen: [...others.slice(page * each, (page + 1) * each), ...mine], page, pages };
}
