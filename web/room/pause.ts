/** Waits, or less when `unless` (an event of the window, such as `online`) happens first. */
export function pause(timeMs: number, unless?: keyof WindowEventMap): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      if (unless) globalThis.removeEventListener(unless, done);
      resolve();
    };
    const timer = setTimeout(done, timeMs);
    if (unless) globalThis.addEventListener(unless, done);
  });
}
