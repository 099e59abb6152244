import type { ShownTile } from './roomTypes.ts';

/** Sizes change in bursts (a window is dragged); the node hears of the last one. */
const settleMs = 150;

/**
 * Tells how large an element is shown, in device pixels, or null while it cannot be seen: scrolled away, hidden, or
 * in a tab in the background.
 * @returns a function that stops it
 */
export function watchTile(element: HTMLElement, onShown: (tile: ShownTile) => void): () => void {
  let inView = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: string | undefined;

  const tell = () => {
    const { width, height } = element.getBoundingClientRect();
    const pixels = (length: number) => Math.min(16_384, Math.round(length * devicePixelRatio));
    const seen = inView && document.visibilityState === 'visible' && pixels(width) > 0 && pixels(height) > 0;
    const tile = seen ? { width: pixels(width), height: pixels(height) } : null;
    if (JSON.stringify(tile) === told) return;
    told = JSON.stringify(tile);
    onShown(tile);
  };
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, settleMs);
  };

  const sizes = new ResizeObserver(settle);
  sizes.observe(element);
  const views = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? inView;
    settle();
  });
  views.observe(element);
  document.addEventListener('visibilitychange', settle);
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    views.disconnect();
    document.removeEventListener('visibilitychange', settle);
  };
}
