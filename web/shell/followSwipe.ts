/** So far, or so fast, and the panel goes. */
const farPx = 80;
const fastPxPerMs = 0.5;

/** A panel at the right edge follows the finger outwards and calls `close` when it is swiped away. */
export function followSwipe(panel: HTMLElement, close: () => void): void {
  let start: { x: number; y: number; at: number } | undefined;
  const move = (px: number) => panel.style.setProperty('--swipe', `${Math.max(0, px)}px`);
  panel.addEventListener(
    'touchstart',
    ({ touches, timeStamp }) => {
      const touch = touches[0];
      if (touch) start = { x: touch.clientX, y: touch.clientY, at: timeStamp };
    },
    { passive: true },
  );
  panel.addEventListener(
    'touchmove',
    ({ touches }) => {
      const touch = touches[0];
      if (!start || !touch) return;
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y];
      if (Math.abs(x) > Math.abs(y)) move(x);
    },
    { passive: true },
  );
  panel.addEventListener('touchend', ({ changedTouches, timeStamp }) => {
    const touch = changedTouches[0];
    if (!start || !touch) return;
    const px = touch.clientX - start.x;
    const isFlick = px > farPx / 4 && px / (timeStamp - start.at) > fastPxPerMs;
    start = undefined;
    if (px > farPx || isFlick) close();
    move(0);
  });
}
