import * as Kobalte from '@kobalte/core/dialog';
import { Show, type JSX } from 'solid-js';
import { t } from '../lib/text.ts';
import { IconButton } from './IconButton.tsx';
import { createOverlayFocus } from './overlayFocus.ts';

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children?: JSX.Element;
  /** Buttons, the primary one last. */
  footer?: JSX.Element;
  /** A question that must be answered: no cross, and a press outside does not close it. */
  mustAnswer?: boolean;
};

/** Focus is trapped and returned, Escape closes; on phones it comes from below. */
export function Dialog(props: DialogProps) {
  const focus = createOverlayFocus(() => props.open);
  return (
    <Kobalte.Root open={props.open} onOpenChange={props.onOpenChange} modal>
      <Kobalte.Portal>
        <Kobalte.Overlay class="veil veil--dialog" />
        <div class="dialog-place">
          <Kobalte.Content
            class="dialog"
            ref={focus.keepInside}
            onOpenAutoFocus={focus.onOpenForm}
            onCloseAutoFocus={focus.onClose}
            onPointerDownOutside={(event) => props.mustAnswer && event.preventDefault()}
          >
            <span class="grip not-wide" aria-hidden="true" />
            <header class="dialog__head">
              <Kobalte.Title class="dialog__title">{props.title}</Kobalte.Title>
              <Show when={!props.mustAnswer}>
                <Kobalte.CloseButton as={IconButton} icon="x-mark" label={t('ui.close')} size="sm" />
              </Show>
            </header>
            <Show when={props.description}>
              <Kobalte.Description class="muted">{props.description}</Kobalte.Description>
            </Show>
            {props.children}
            <Show when={props.footer}>
              <footer class="dialog__foot">{props.footer}</footer>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
