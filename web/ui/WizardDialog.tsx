import * as Kobalte from '@kobalte/core/dialog';
import type { JSX } from 'solid-js';
import { createOverlayFocus } from './overlayFocus.ts';
import './styles/wizard.css';

type WizardDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What it is for; each step has a heading of its own. */
  label: string;
  /** A `Wizard`. */
  children: JSX.Element;
};

/** The frame around a wizard: wide, and on phones a sheet of full height. A press outside does not close it. */
export function WizardDialog(props: WizardDialogProps) {
  const focus = createOverlayFocus(() => props.open);
  return (
    <Kobalte.Root open={props.open} onOpenChange={props.onOpenChange} modal>
      <Kobalte.Portal>
        <Kobalte.Overlay class="veil veil--dialog" />
        <div class="dialog-place">
          <Kobalte.Content
            class="wizard-dialog"
            aria-label={props.label}
            ref={focus.keepInside}
            onOpenAutoFocus={focus.onOpenForm}
            onCloseAutoFocus={focus.onClose}
            onPointerDownOutside={(event) => event.preventDefault()}
          >
            {props.children}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
