import { onCleanup, onMount } from 'solid-js';
import { isInDialog, isTyping } from '../shortcuts.ts';

type Talk = {
  /** Whether holding the key means to speak now: not while one is heard anyway. */
  canStart: () => boolean;
  onStart: () => void;
  onStop: () => void;
};

/** What Space presses by itself, when the keyboard brought the focus there. */
const pressedBySpace =
  'button, a, summary, input, [role="button"], [role="switch"], [role="menuitem"], [tabindex]:not([tabindex="-1"])';

/**
 * Speaks while Space is held. Letting go mutes, and so does everything after which letting go would not be heard of:
 * the window loses the focus, the tab is hidden, the page goes.
 */
export function usePushToTalk(talk: Talk): void {
  let held = false;
  let clicked: Element | null = null;

  const stop = () => {
    if (!held) return;
    held = false;
    talk.onStop();
  };
  const down = (event: KeyboardEvent) => {
    if (event.code !== 'Space') return;
    if (held) return event.preventDefault();
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (modified || event.repeat || event.defaultPrevented || isTyping(event) || isInDialog(event)) return;
    // A button that was clicked keeps the focus: Space is not meant for it. One reached by Tab is pressed by it.
    const focused = document.activeElement;
    if (focused !== clicked && focused?.matches(pressedBySpace)) return;
    if (!talk.canStart()) return;
    event.preventDefault();
    held = true;
    talk.onStart();
  };
  const up = (event: KeyboardEvent) => {
    if (event.code !== 'Space' || !held) return;
    event.preventDefault();
    stop();
  };
  const click = ({ detail }: MouseEvent) => {
    // A click without a pointer came from the keyboard.
    clicked = detail > 0 ? document.activeElement : null;
  };
  const focus = () => {
    if (document.activeElement !== clicked) clicked = null;
  };
  const hidden = () => document.hidden && stop();

  onMount(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('keydown', down, { signal });
    // Before others, that none of them keeps a microphone open.
    document.addEventListener('keyup', up, { signal, capture: true });
    document.addEventListener('click', click, { signal });
    document.addEventListener('focusin', focus, { signal });
    document.addEventListener('visibilitychange', hidden, { signal });
    window.addEventListener('blur', stop, { signal });
    window.addEventListener('pagehide', stop, { signal });
    onCleanup(() => {
      listening.abort();
      stop();
    });
  });
}
