import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

/** Whether a media query holds. */
export function createMedia(query: string): Accessor<boolean> {
  const list = matchMedia(query);
  const [holds, setHolds] = createSignal(list.matches);
  const update = () => setHolds(list.matches);
  onMount(() => {
    update();
    list.addEventListener('change', update);
    onCleanup(() => list.removeEventListener('change', update));
  });
  return holds;
}

/** Phones, upright or on their side; the same in layout/phone.css. */
export const phoneQuery = '(max-width: 639px), (max-height: 479px)';
