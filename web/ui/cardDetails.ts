import { createSignal, onCleanup } from 'solid-js';

/** Of all cards on the page one at most shows its details by touch. */
const [opened, setOpened] = createSignal<HTMLElement>();
const close = (): void => void setOpened(undefined);

function closeOutside(event: Event): void {
  if (!opened()?.contains(event.target as Node)) close();
}

/**
 * Details of a card for those who cannot hover: the first tap and a long press show them, the second tap follows the
 * link. Escape puts away what hover or focus shows (WCAG 1.4.13).
 */
export function createCardDetails() {
  let card: HTMLElement | undefined;
  let byTouch = false;
  const [shut, setShut] = createSignal(false);
  function open(): void {
    if (opened() === undefined) document.addEventListener('pointerdown', closeOutside, true);
    setOpened(card);
    navigator.vibrate?.(10);
  }
  const isOpen = () => card !== undefined && opened() === card;
  onCleanup(() => isOpen() && close());
  return {
    isOpen,
    isShut: shut,
    /** For the card's `ref`. */
    follow: (element: HTMLElement): void => {
      card = element;
      element.addEventListener('pointerdown', ({ pointerType }) => (byTouch = pointerType === 'touch'));
      element.addEventListener('click', (event) => {
        if (!byTouch || isOpen()) return;
        event.preventDefault();
        open();
      });
      element.addEventListener('contextmenu', (event) => {
        if (!byTouch) return;
        event.preventDefault();
        open();
      });
      element.addEventListener('keydown', ({ key }) => {
        byTouch = false;
        if (key === 'Escape') setShut(true);
      });
      element.addEventListener('focusout', () => setShut(false));
      element.addEventListener('pointerleave', () => setShut(false));
    },
  };
}
