import { For, Show } from 'solid-js';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { t } from '../../text/devices.ts';
import type { Notes } from './createNotes.ts';

/** Notes about one's own devices, above the controls they are about. */
export function DeviceNotes(props: { notes: Notes }) {
  return (
    <ul class="room-notes" aria-live="polite" aria-label={t('note.list')}>
      <For each={props.notes.shown()}>
        {(note) => (
          <li class="room-note glass">
            <Icon name={note.icon} size={20} />
            <p class="grow">{note.text}</p>
            <Show when={note.action}>
              {(action) => (
                <Button
                  size="sm"
                  variant="primary"
                  onClick={() => {
                    props.notes.take(note.key);
                    action().onPress();
                  }}
                >
                  {action().label}
                </Button>
              )}
            </Show>
            <IconButton
              icon="x-mark"
              size="sm"
              label={t('note.dismiss')}
              onClick={() => {
                props.notes.take(note.key);
                note.onDismiss?.();
              }}
            />
          </li>
        )}
      </For>
    </ul>
  );
}
