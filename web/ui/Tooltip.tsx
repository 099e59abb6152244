import * as Kobalte from '@kobalte/core/tooltip';
import { Show, type JSX } from 'solid-js';

type TooltipProps = {
  label: string;
  /** A key that does the same. */
  shortcut?: string;
  placement?: 'top' | 'bottom' | 'left' | 'right';
  /** Renders what the tip belongs to; the given props must reach its element. */
  trigger: (props: object) => JSX.Element;
};

/** Words for an icon, on hover, focus and long press. It repeats the label, so it is not announced twice. */
export function Tooltip(props: TooltipProps) {
  return (
    <Kobalte.Root placement={props.placement ?? 'top'} gutter={8} openDelay={400} closeDelay={0}>
      <Kobalte.Trigger as={(given: object) => props.trigger(given)} />
      <Kobalte.Portal>
        <Kobalte.Content class="tooltip tooltip--floating">
          {props.label}
          <Show when={props.shortcut}>
            <kbd>{props.shortcut}</kbd>
          </Show>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
