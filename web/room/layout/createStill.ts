import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

/** While a window is being dragged larger, its sizes come in bursts. */
const settleMs = 200;

/** True while tiles shall not glide: before the first picture of the page, and while the window is being resized. */
export function createStill(): Accessor<boolean> {
  const [still, setStill] = createSignal(true);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    setStill(true);
    timer = setTimeout(() => setStill(false), settleMs);
  };
  onMount(() => {
    settle();
    addEventListener('resize', settle);
    onCleanup(() => {
      clearTimeout(timer);
      removeEventListener('resize', settle);
    });
  });
  return still;
}
