import type { Corner, Rect } from './placeTiles.ts';

/** The corner of an area to which a point is nearest. */
export function nearestCorner(point: { x: number; y: number }, area: Rect): Corner {
  const vertical = point.y < area.top + area.height / 2 ? 'top' : 'bottom';
  const horizontal = point.x < area.left + area.width / 2 ? 'Left' : 'Right';
  return `${vertical}${horizontal}`;
}
