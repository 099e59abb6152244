import { createSignal, onCleanup, type Accessor } from 'solid-js';

/** Whether the window is a phone's (README of the design: below 640). */
export function createNarrow(): Accessor<boolean> {
  const query = window.matchMedia('(max-width: 639px)');
  const [narrow, setNarrow] = createSignal(query.matches);
  const update = () => setNarrow(query.matches);
  query.addEventListener('change', update);
  onCleanup(() => query.removeEventListener('change', update));
  return narrow;
}
