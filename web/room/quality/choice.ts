import type { MediaSource } from '../../../media/contracts/facts.ts';
import type { ShownTile } from '../roomTypes.ts';

/** What a person chose to spend on pictures (ROOM-5). */
export const qualityChoices = ['auto', 'high', 'saver', 'low', 'audio'] as const;
export type QualityChoice = (typeof qualityChoices)[number];

/** The most lines of a camera that are received and sent. */
const mostLines: Partial<Record<QualityChoice, number>> = { saver: 360, low: 180, audio: 180 };
/** The least that is asked for, however small the tile. */
const highLines = 720;
const aspectRatio = 16 / 9;

/** How many lines of the own camera are sent at most; nothing when that is not limited. */
export const mostLinesSent = (choice: QualityChoice): number | undefined => mostLines[choice];

/**
 * What the node is told of a tile, so that what arrives obeys the choice. A shared screen is never shrunk: half of its
 * lines would be no text any more; with sound only it is not received at all.
 */
export function chosenTile(tile: ShownTile, source: MediaSource, choice: QualityChoice): ShownTile {
  if (!tile || choice === 'audio') return null;
  if (choice === 'auto' || source !== 'camera') return tile;
  // The picture fills its tile, so the side that needs more of it decides (media/layers.ts).
  const lines = Math.max(tile.height, tile.width / aspectRatio);
  const most = mostLines[choice];
  const wanted = choice === 'high' ? Math.max(lines, highLines) : Math.min(lines, most ?? lines);
  const scale = wanted / lines;
  const side = (length: number) => Math.max(1, Math.min(16_384, Math.round(length * scale)));
  return { width: side(tile.width), height: side(tile.height) };
}
