import * as Kobalte from '@kobalte/core/dialog';
import { Show, type JSX } from 'solid-js';
import { t } from '../lib/text.ts';
import { IconButton } from './IconButton.tsx';
import { createOverlayFocus } from './overlayFocus.ts';

type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: JSX.Element;
  footer?: JSX.Element;
};

/** A panel that slides over from the right, and from below on phones. */
export function Sheet(props: SheetProps) {
  const focus = createOverlayFocus(() => props.open);
  return (
    <Kobalte.Root open={props.open} onOpenChange={props.onOpenChange} modal>
      <Kobalte.Portal>
        <Kobalte.Overlay class="veil veil--dialog" />
        <div class="sheet-place">
          <Kobalte.Content
            class="sheet"
            ref={focus.keepInside}
            onOpenAutoFocus={focus.onOpen}
            onCloseAutoFocus={focus.onClose}
          >
            <span class="grip not-wide" aria-hidden="true" />
            <header class="sheet__head">
              <Kobalte.Title class="dialog__title grow">{props.title}</Kobalte.Title>
              <Kobalte.CloseButton as={IconButton} icon="x-mark" label={t('ui.close')} size="sm" />
            </header>
            <div class="sheet__body">{props.children}</div>
            <Show when={props.footer}>
              <footer class="sheet__foot">{props.footer}</footer>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
