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
    /** For `onOpenAutoFocus`: a form begins at its first field, not at the cross. */
    onOpen: (event: Event): void => {
      const { currentTarget } = event;
      const field =
        currentTarget instanceof HTMLElement &&
        currentTarget.querySelector<HTMLElement>(':is(input, select, textarea):enabled');
      if (!field) return;
      event.preventDefault();
      field.focus();
    },
    /** For `onCloseAutoFocus`, where Kobalte would focus its trigger. */
    onClose: (event: Event) => event.preventDefault(),
  };
}
