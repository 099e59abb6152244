/**
 * Mends what Excalidraw's controls say of themselves. The button that says "100%" has another name, by which nobody who
 * speaks to their computer finds it (WCAG 2.5.3): what is written on it becomes its name. And it is boxes around buttons
 * that are said to be closed or open, which only buttons can be (WCAG 4.1.2).
 * @returns what ends it
 */
export function mendNames(container: HTMLElement): () => void {
  const mend = () => {
    container.querySelector('.reset-zoom-button[aria-label]')?.removeAttribute('aria-label');
    for (const box of container.querySelectorAll('div[type="button"][aria-expanded]')) {
      box
        .querySelector('button')
        ?.setAttribute('aria-expanded', box.getAttribute('aria-expanded') ?? 'false');
      box.removeAttribute('aria-expanded');
    }
  };
  const parts = new MutationObserver(mend);
  parts.observe(container, { childList: true, subtree: true, attributeFilter: ['aria-expanded'] });
  mend();
  return () => parts.disconnect();
}
