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
  const shutByKey = ({ key }: KeyboardEvent) => key === 'Escape' && setShut(true);
  onCleanup(() => isOpen() && close());
  return {
    isOpen,
    isShut: shut,
    /** For the card's `ref`. */
    follow: (element: HTMLElement): void => {
      card = element;
      // Not where pages are rendered: there is no document, and no element either.
      onCleanup(() => document.removeEventListener('keydown', shutByKey));
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
      element.addEventListener('keydown', (event) => {
        byTouch = false;
        shutByKey(event);
      });
      element.addEventListener('focusout', () => setShut(false));
      // What hover shows is put away wherever the focus is.
      element.addEventListener('pointerenter', () => document.addEventListener('keydown', shutByKey));
      element.addEventListener('pointerleave', () => {
        document.removeEventListener('keydown', shutByKey);
        setShut(false);
      });
    },
  };
}
