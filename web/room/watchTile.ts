import type { ShownTile } from './roomTypes.ts';

/** Sizes change in bursts (a window is dragged); the node hears of the last one. */
const settleMs = 150;

/**
 * Tells how large an element is shown, in device pixels, or null while it cannot be seen: scrolled away, hidden, or
 * in a tab in the background. An element in a window of its own is watched by that window.
 * @returns a function that stops it
 */
export function watchTile(element: HTMLElement, onShown: (tile: ShownTile) => void): () => void {
  const page = element.ownerDocument;
  const view = page.defaultView ?? window;
  let inView = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: string | undefined;

  const tell = () => {
    const { width, height } = element.getBoundingClientRect();
    const pixels = (length: number) => Math.min(16_384, Math.round(length * view.devicePixelRatio));
    const seen = inView && page.visibilityState === 'visible' && pixels(width) > 0 && pixels(height) > 0;
    const tile = seen ? { width: pixels(width), height: pixels(height) } : null;
    if (JSON.stringify(tile) === told) return;
    told = JSON.stringify(tile);
    onShown(tile);
  };
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, settleMs);
  };

  const sizes = new view.ResizeObserver(settle);
  sizes.observe(element);
  const views = new view.IntersectionObserver((entries: IntersectionObserverEntry[]) => {
    inView = entries.at(-1)?.isIntersecting ?? inView;
    settle();
  });
  views.observe(element);
  page.addEventListener('visibilitychange', settle);
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    views.disconnect();
    page.removeEventListener('visibilitychange', settle);
  };
}
