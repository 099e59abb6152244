import type { MediaSource } from './contracts/facts.ts';
import type { Tile } from './layers.ts';

interface Shown {
  source: MediaSource;
  /** Nothing when the page has not said how it shows it. */
  tile: Tile | undefined;
  speaking: boolean;
}

/** Tiles from this height on (device pixels) are the ones that a person looks at. */
const largeFrom = 360;

/**
 * Which video keeps its layers longer while bandwidth is short (1–255): the screen on the stage, then who speaks, then
 * what is shown large. mediasoup first gives each its lowest layer, in this order, then everything to the first.
 * @returns nothing for audio: mediasoup leaves it out of the sharing and always forwards it.
 */
export function priorityOf({ source, tile, speaking }: Shown): number | undefined {
  const large = !tile || Math.max(tile.height, (tile.width * 9) / 16) >= largeFrom;
  if (source === 'screen') return large ? 200 : 110;
  if (source !== 'camera') return undefined;
  if (speaking) return 160;
  return large ? 120 : 80;
}
