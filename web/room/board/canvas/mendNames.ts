/**
 * Excalidraw calls the button that says "100%" by another name, so that nobody who speaks to their computer finds it
 * (WCAG 2.5.3). What is written on it is its name then, and what it does its description.
 * @returns what ends it
 */
export function mendNames(container: HTMLElement): () => void {
  const mend = () => container.querySelector('.reset-zoom-button[aria-label]')?.removeAttribute('aria-label');
  const parts = new MutationObserver(mend);
  parts.observe(container, { childList: true, subtree: true });
  mend();
  return () => parts.disconnect();
}
