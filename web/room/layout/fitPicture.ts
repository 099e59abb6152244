import type { Size } from './placeTiles.ts';

/** At least this much of a camera's picture is seen: what is cut off more than that may be the face. */
const leastSeen = 0.4;
/** An upright picture is cut less: a phone's camera has the face in its upper half. */
const leastSeenUpright = 0.7;

/**
 * How a picture fills its tile without being stretched: `cover` is cropped to it, `contain` is seen whole. A wide
 * picture in a narrow tile is cropped as far as sensible, and `height` is then less than the whole of the tile.
 */
export function fitPicture(
  picture: Size,
  tile: Size,
  source: 'camera' | 'screen',
): { fit: 'cover' | 'contain'; height: number } {
  if (source === 'screen') return { fit: 'contain', height: 1 };
  const [aspect, tileAspect] = [picture.width / picture.height, tile.width / tile.height];
  // Not known yet: the first frame has not come, or the tile has no size.
  if (!Number.isFinite(aspect) || !Number.isFinite(tileAspect) || aspect * tileAspect === 0) {
    return { fit: 'cover', height: 1 };
  }
  const seen = Math.min(aspect / tileAspect, tileAspect / aspect);
  if (aspect < 1 && tileAspect > 1) return { fit: seen < leastSeenUpright ? 'contain' : 'cover', height: 1 };
  if (seen >= leastSeen) return { fit: 'cover', height: 1 };
  return aspect < tileAspect ? { fit: 'contain', height: 1 } : { fit: 'cover', height: seen / leastSeen };
}
