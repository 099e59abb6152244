import { createRenderEffect, onCleanup } from 'solid-js';

/**
 * Focus around a dialog that is opened by state and not by a trigger of its own: Kobalte traps it, this brings it
 * back to where it came from, and keeps it inside when the element that had it goes away.
 */
export function createOverlayFocus(isOpen: () => boolean) {
  let opener: Element | null = null;
  createRenderEffect(() => {
    if (isOpen()) opener = document.activeElement;
  });
  function giveBack(): void {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }
  return {
    /** For the content's `ref`; it must be able to have the focus. */
    keepInside: (content: HTMLElement): void => {
      const observer = new MutationObserver(() => {
        if (document.activeElement === document.body) content.focus();
      });
      observer.observe(content, { childList: true, subtree: true });
      onCleanup(() => {
        observer.disconnect();
        // Only now is the trap gone, which would take the focus back.
        queueMicrotask(giveBack);
      });
    },
    /** For `onOpenAutoFocus` of a dialog: a form begins at its first field, not at the cross. */
    onOpenForm: (event: Event): void => {
      const field = (event.currentTarget as HTMLElement).querySelector<HTMLElement>(
        ':is(input, select, textarea):enabled',
      );
      if (!field) return beginAtTop(event);
      event.preventDefault();
      field.focus();
    },
    /** For `onOpenAutoFocus` of what is looked at first. */
    onOpen: beginAtTop,
    /** For `onCloseAutoFocus`, where Kobalte would focus its trigger. */
    onClose: (event: Event) => event.preventDefault(),
  };
}

/**
 * As Kobalte does it, which is a moment later, so that what lies under it does not take this for a press outside; but
 * who has gone on inside by then stays there.
 */
function beginAtTop(event: Event): void {
  event.preventDefault();
  const content = event.currentTarget as HTMLElement;
  setTimeout(() => {
    if (document.activeElement !== content && content.contains(document.activeElement)) return;
    const first = content.querySelector<HTMLElement>('button:not([disabled]), a[href]') ?? content;
    first.focus({ preventScroll: true });
  }, 0);
}
