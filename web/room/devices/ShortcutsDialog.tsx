import { For, Show } from 'solid-js';
import { Dialog } from '../../ui/Dialog.tsx';
import { handledKeys, shortcuts, type ShortcutKey } from '../shortcuts.ts';
import { t } from '../../text/devices.ts';
import { preferences } from './preferences.ts';

type ShortcutsProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Every key that does something in the room now. */
export function ShortcutsDialog(props: ShortcutsProps) {
  const lineOf = (key: ShortcutKey) => t(`keys.does.${shortcuts[key].name}`);
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('keys.title')}
      description={t(preferences.keys.on() ? 'keys.about' : 'keys.areOff')}
    >
      <dl class="room-keys">
        <Show when={preferences.keys.on() || preferences.pushToTalk.on()}>
          <div>
            <dt>{t('keys.talk')}</dt>
            <dd>
              <kbd>{t('keys.space')}</kbd>
            </dd>
          </div>
        </Show>
        <Show when={preferences.keys.on()}>
          <For each={handledKeys()}>
            {(key) => (
              <div>
                <dt>{lineOf(key)}</dt>
                <dd>
                  <kbd>{key}</kbd>
                </dd>
              </div>
            )}
          </For>
        </Show>
      </dl>
    </Dialog>
  );
}
