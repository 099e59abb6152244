/** A video tile in device pixels. */
export interface Tile {
  width: number;
  height: number;
}

/** Pages send the camera as 720p with lower layers at half the size each (product: ROOM-4). */
const fullHeight = 720;
const aspectRatio = 16 / 9;
/** A picture may be enlarged this much before it looks soft. */
const enlargement = 1.25;

/**
 * The simulcast layer that fits a tile: the lowest whose picture is high enough.
 * @param layers how many spatial layers the producer sends; the highest is 720 lines, each below half as many.
 * @returns a spatial layer, 0 being the lowest.
 */
export function layerForTile(tile: Tile, layers: number): number {
  // The picture fills the tile, so the side that needs more of it decides.
  const linesNeeded = Math.max(tile.height, tile.width / aspectRatio);
  for (let layer = 0; layer < layers - 1; layer += 1) {
    const lines = fullHeight / 2 ** (layers - 1 - layer);
    if (lines * enlargement >= linesNeeded) return layer;
  }
  return Math.max(layers - 1, 0);
}
