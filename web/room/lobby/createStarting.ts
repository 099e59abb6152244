import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

const seconds = 3;

/**
 * Counts down from the moment at which everyone is ready, so that nobody is on the air by surprise, and starts.
 * @returns how many seconds are left; nothing while somebody is not ready
 */
export function createStarting(allReady: Accessor<boolean>, start: () => void): Accessor<number | undefined> {
  const [left, setLeft] = createSignal<number>();
  createEffect(() => {
    if (!allReady()) return void setLeft(undefined);
    let now = seconds;
    setLeft(now);
    const timer = setInterval(() => {
      now -= 1;
      setLeft(Math.max(1, now));
      if (now > 0) return;
      clearInterval(timer);
      start();
    }, 1000);
    onCleanup(() => clearInterval(timer));
  });
  return left;
}
