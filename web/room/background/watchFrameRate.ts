const windowMs = 5_000;
/** Below this a moving face looks broken. */
const lowestRate = 20;
/** A camera that was never asked for more is not slow. */
const fullRate = 24;
/** One slow window may be a light that was turned off; two are the machine. */
const slowWindows = 2;

/** W3C mediacapture-extensions, MediaStreamTrackVideoStats; not every browser counts. */
type Counted = MediaStreamTrack & { stats?: { deliveredFrames: number } | null };

/**
 * Watches whether a camera holds its frame rate.
 * @param onSlow hears once that it does not
 * @returns what ends it
 */
export function watchFrameRate(track: MediaStreamTrack, onSlow: () => void): () => void {
  const frames = () => (track as Counted).stats?.deliveredFrames;
  let before = frames();
  let slow = 0;
  const timer = setInterval(() => {
    const now = frames();
    const counted = before === undefined || now === undefined ? undefined : now - before;
    before = now;
    // Nothing is said of a browser that does not count, nor while nobody needs frames.
    const idle = counted === undefined || !track.enabled || document.hidden;
    const rate = idle ? fullRate : (counted * 1_000) / windowMs;
    slow = rate < lowestRate && (track.getSettings().frameRate ?? 0) >= fullRate ? slow + 1 : 0;
    if (slow < slowWindows) return;
    clearInterval(timer);
    onSlow();
  }, windowMs);
  return () => clearInterval(timer);
}
