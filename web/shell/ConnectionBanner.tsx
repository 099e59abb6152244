import { Show, createEffect, createSignal, onCleanup } from 'solid-js';
import { live } from '../lib/live.ts';
import { t } from '../lib/text.ts';
import { Icon } from '../ui/Icon.tsx';

/** A drop shorter than this is not worth a word. */
const graceMs = 2000;

/** Says when what the page shows may be old: the device is offline or live updates are interrupted. */
export function ConnectionBanner() {
  const [online, setOnline] = createSignal(navigator.onLine);
  const [lost, setLost] = createSignal(false);
  const follow = () => setOnline(navigator.onLine);
  addEventListener('online', follow);
  addEventListener('offline', follow);
  onCleanup(() => {
    removeEventListener('online', follow);
    removeEventListener('offline', follow);
  });
  createEffect(() => {
    if (live.state() !== 'lost') return void setLost(false);
    const timer = setTimeout(() => setLost(true), graceMs);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div class="connection" role="status">
      <Show when={!online() || lost()}>
        <p class="connection__note">
          <Icon name="wifi" size={20} />
          {online() ? t('shell.reconnecting') : t('shell.offline')}
        </p>
      </Show>
    </div>
  );
}
