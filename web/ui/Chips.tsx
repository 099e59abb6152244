import { For } from 'solid-js';
import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';

/** Words that were entered, each with a button that takes it away. */
export function Chips(props: { values: string[]; onRemove: (index: number) => void }) {
  return (
    <For each={props.values}>
      {(word, index) => (
        <span class="chip chip--tag">
          {word}
          <button
            type="button"
            aria-label={t('ui.remove', { name: word })}
            onClick={() => props.onRemove(index())}
          >
            <Icon name="x-mark" size={16} />
          </button>
        </span>
      )}
    </For>
  );
}
