import { For, Show, createEffect, createSignal, onCleanup } from 'solid-js';
import { t } from '../lib/text.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './iconNames.ts';
import { dismissToast, toasts, type ToastMessage, type ToastTone } from './showToast.ts';

const icons: Record<ToastTone, IconName> = {
  success: 'check-circle',
  info: 'information-circle',
  warning: 'exclamation-triangle',
  danger: 'exclamation-circle',
};
export const toastMs = 4000;

/** The place of all toasts; stands once in the page. */
export function Toasts() {
  return (
    <section aria-label={t('ui.messages')}>
      <ol class="toasts" aria-live="polite" aria-relevant="additions">
        <For each={toasts()}>{(toast) => <Toast toast={toast} />}</For>
      </ol>
    </section>
  );
}

function Toast(props: { toast: ToastMessage }) {
  const stays = () => props.toast.tone === 'danger';
  const [held, setHeld] = createSignal(false);
  let remainingMs = toastMs;
  createEffect(() => {
    if (stays() || held()) return;
    const since = Date.now();
    const timer = setTimeout(() => dismissToast(props.toast.id), remainingMs);
    onCleanup(() => {
      clearTimeout(timer);
      remainingMs -= Date.now() - since;
    });
  });
  return (
    <li
      class={`toast toast--${props.toast.tone}`}
      classList={{ 'toast--held': held() }}
      role={stays() ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <Icon name={icons[props.toast.tone]} />
      <div class="grow">
        <p class="toast__title">{props.toast.title}</p>
        <Show when={props.toast.text}>
          <p class="toast__text">{props.toast.text}</p>
        </Show>
        <Show when={props.toast.action}>
          {(action) => (
            <Button
              size="sm"
              class="toast__act"
              onClick={() => {
                dismissToast(props.toast.id);
                action().onPress();
              }}
            >
              {action().label}
            </Button>
          )}
        </Show>
      </div>
      <IconButton
        icon="x-mark"
        label={t('ui.dismiss')}
        size="sm"
        onClick={() => dismissToast(props.toast.id)}
      />
      <Show when={!stays()}>
        <span class="toast__time" aria-hidden="true" />
      </Show>
    </li>
  );
}
