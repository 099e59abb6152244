import { createEffect, createSignal, on, onCleanup, onMount, type Accessor } from 'solid-js';

/** Who only watches sees no bars after this. */
const idleMs = 3_000;
const bars = '.room-top, .room-bar';
/** What keeps the bars: the keyboard or the pointer is on one of them, or a menu of theirs is open. */
const kept = [':focus-visible', ':hover', '[aria-expanded="true"]']
  .map((state) => `:is(${bars}):has(${state}), :is(${bars})${state}`)
  .join();

export type Bars = ReturnType<typeof createBars>;

/** Bars that go away: in full screen by themselves, on a phone by a tap on the picture. */
export function createBars(full: Accessor<boolean>, phone: Accessor<boolean>) {
  const [idle, setIdle] = createSignal(false);
  const [dismissed, setDismissed] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (document.querySelector(kept)) wait();
      else setIdle(true);
    }, idleMs);
  }
  function wake(): void {
    setIdle(false);
    if (full()) wait();
  }
  const byKey = () => {
    setDismissed(false);
    wake();
  };
  onMount(() => {
    for (const event of ['pointermove', 'pointerdown'] as const) document.addEventListener(event, wake);
    for (const event of ['keydown', 'focusin'] as const) document.addEventListener(event, byKey);
    onCleanup(() => {
      clearTimeout(timer);
      for (const event of ['pointermove', 'pointerdown'] as const) document.removeEventListener(event, wake);
      for (const event of ['keydown', 'focusin'] as const) document.removeEventListener(event, byKey);
    });
  });
  createEffect(
    on(full, (now) => {
      clearTimeout(timer);
      setIdle(false);
      if (now) wait();
    }),
  );
  return {
    hidden: () => (phone() ? dismissed() : full() && idle()),
    /** A tap on the picture of a phone. */
    tap: () => setDismissed(phone() && !dismissed()),
  };
}
