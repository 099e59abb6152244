import { For, Show, createMemo, createSignal } from 'solid-js';
import { longestChatText } from '../../../media/contracts/chat.ts';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import { t } from '../../text/chat.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Addressee } from './createOutgoing.ts';

type ComposerProps = {
  people: PeerView[];
  onWriting: (to: string | null) => void;
  onSend: (to: Addressee, text: string) => void;
  ref: (field: HTMLTextAreaElement) => void;
};

const everyone = '';

/** Where a message is written, and for whom: for everyone unless somebody is chosen. */
export function ChatComposer(props: ComposerProps) {
  const [text, setText] = createSignal('');
  const [to, setTo] = createSignal<Addressee>(null);
  let field: HTMLTextAreaElement | undefined;
  const here = createMemo(() => props.people.map(({ userId, name }) => ({ userId, name })));
  /** Who was chosen and left stays chosen: what was meant for them alone must not go to everyone. */
  const gone = () => {
    const chosen = to();
    return chosen && !here().some(({ userId }) => userId === chosen.userId) ? chosen : undefined;
  };
  const tooMany = () => text().trim().length - longestChatText;
  const canSend = () => text().trim() !== '' && tooMany() <= 0;
  const placeholder = () => {
    const one = to();
    return one ? t('chat.toOne', { name: one.name }) : t('chat.toEveryone');
  };

  function send(): void {
    if (!canSend()) return;
    props.onSend(to(), text().trim());
    setText('');
    field?.focus();
  }
  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || isOnGlass()) return;
    // In a block of code that is not closed yet, a line follows.
    const fences = text().match(/^```/gmu)?.length ?? 0;
    if (fences % 2 === 1) return;
    event.preventDefault();
    send();
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="composer__to">
        <span>{t('chat.to')}</span>
        <select
          data-private={to() ? '' : undefined}
          onChange={({ currentTarget: { value } }) => {
            setTo(here().find(({ userId }) => userId === value) ?? (value === to()?.userId ? to() : null));
            field?.focus();
          }}
        >
          <option value={everyone} selected={to() === null}>
            {t('chat.everyone')}
          </option>
          <For each={here()}>
            {(person) => (
              <option value={person.userId} selected={to()?.userId === person.userId}>
                {person.name}
              </option>
            )}
          </For>
          <Show when={gone()}>
            {(person) => (
              <option value={person().userId} selected>
                {t('chat.left', { name: person().name })}
              </option>
            )}
          </Show>
        </select>
      </label>
      <div class="composer__in">
        <textarea
          rows={1}
          ref={(element) => {
            field = element;
            props.ref(element);
          }}
          aria-label={placeholder()}
          aria-describedby="chat-hint"
          placeholder={placeholder()}
          value={text()}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            if (value.trim() !== '') props.onWriting(to()?.userId ?? null);
          }}
          onKeyDown={pressed}
        />
        <IconButton
          type="submit"
          icon="paper-airplane"
          variant="primary"
          size="sm"
          label={t('chat.send')}
          disabled={!canSend()}
        />
      </div>
      <Show when={tooMany() > 0}>
        <p class="composer__long" role="alert">
          {t('chat.tooLong', { count: tooMany() })}
        </p>
      </Show>
      <p class="sr-only" id="chat-hint">
        {t('chat.hint')}
      </p>
    </form>
  );
}

/** On a keyboard of glass, Enter is for lines, and the button sends. */
export const isOnGlass = () => matchMedia('(pointer: coarse)').matches;
