import './session-files.css';
import { For, Show } from 'solid-js';
import { formatBytes } from '../files/formatBytes.ts';
import { t } from '../text/sessionFiles.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { FilesUnderWay, FileUnderWay } from './createFilesUnderWay.ts';

/** Files that were chosen, how far each is, and a way to give it up. */
export function FilesUnderWayList(props: { files: FilesUnderWay }) {
  return (
    <Show when={props.files.all().length > 0}>
      <ul class="files-under-way" aria-label={t('sessionFiles.attached')}>
        <For each={props.files.all().map(({ key }) => key)}>
          {(key) => (
            <Show when={props.files.all().find((one) => one.key === key)}>
              {(one) => <Line one={one()} onRemove={() => props.files.remove(key)} />}
            </Show>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Line(props: { one: FileUnderWay; onRemove: () => void }) {
  const one = () => props.one;
  const words = () => {
    if (one().uploadId) return `${formatBytes(one().file.size)} · ${t('sessionFiles.ready')}`;
    if (one().waiting) return t('sessionFiles.waiting');
    return one().percent === 100
      ? t('sessionFiles.checking')
      : t('sessionFiles.sent', { percent: one().percent });
  };
  return (
    <li data-state={one().error ? 'refused' : one().uploadId ? 'ready' : 'sending'}>
      <Icon name="document-text" />
      <span class="files-under-way__words">
        <b class="truncate">{one().file.name}</b>
        <Show
          when={one().error}
          fallback={
            <span class="caption" role="status">
              {words()}
            </span>
          }
        >
          {(error) => (
            <span class="caption files-under-way__error" role="alert">
              {error()}
            </span>
          )}
        </Show>
        <Show when={!one().uploadId && !one().error}>
          <progress max={100} value={one().percent} aria-label={one().file.name} />
        </Show>
      </span>
      <IconButton
        icon="x-mark"
        size="sm"
        label={t('sessionFiles.remove', { name: one().file.name })}
        onClick={() => props.onRemove()}
      />
    </li>
  );
}
