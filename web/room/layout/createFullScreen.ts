import { createSignal, onCleanup, onMount } from 'solid-js';

export type FullScreen = ReturnType<typeof createFullScreen>;

/** The whole page in full screen, so that menus and dialogs are seen there too. */
export function createFullScreen() {
  const [on, setOn] = createSignal(document.fullscreenElement !== null);
  const update = () => setOn(document.fullscreenElement !== null);
  onMount(() => {
    document.addEventListener('fullscreenchange', update);
    onCleanup(() => {
      document.removeEventListener('fullscreenchange', update);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    });
  });
  return {
    on,
    offered: document.fullscreenEnabled,
    toggle(): void {
      if (!document.fullscreenEnabled) return;
      const turning = on() ? document.exitFullscreen() : document.documentElement.requestFullscreen();
      // Refused by the browser: nothing changes, and the person sees that.
      void turning.catch(() => undefined);
    },
  };
}
