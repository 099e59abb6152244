import { Show, createSignal } from 'solid-js';
import { longestTopicTitle } from '../../../media/contracts/topics.ts';
import { t } from '../../text/topics.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** Where the mentor adds what comes up in the lesson. */
export function AddTopic(props: { canAdd: boolean; onAdd: (title: string) => void }) {
  const [title, setTitle] = createSignal('');
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (title().trim() === '') return;
    props.onAdd(title().trim());
    setTitle('');
  }
  return (
    <Show when={props.canAdd} fallback={<p class="topics__note caption">{t('topics.full')}</p>}>
      <form class="topics__add" onSubmit={submit}>
        <input
          class="input"
          type="text"
          maxlength={longestTopicTitle}
          value={title()}
          onInput={({ currentTarget: { value } }) => setTitle(value)}
          placeholder={t('topics.addTitle')}
          aria-label={t('topics.addTitle')}
          autocomplete="off"
        />
        <IconButton type="submit" icon="plus" label={t('topics.add')} disabled={title().trim() === ''} />
      </form>
    </Show>
  );
}
