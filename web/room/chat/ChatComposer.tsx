import { For, Show, createMemo, createSignal, untrack } from 'solid-js';
import { longestChatText } from '../../../media/contracts/chat.ts';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import { t } from '../../text/chat.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { FilesUnderWayList } from '../../sessionFiles/FilesUnderWayList.tsx';
import { AttachButton } from './AttachButton.tsx';
import type { Draft } from './createDraft.ts';
import type { Addressee, SentFile } from './createOutgoing.ts';

type ComposerProps = {
  draft: Draft;
  people: PeerView[];
  onWriting: (to: string | null) => void;
  canAttach: boolean;
  onSend: (to: Addressee, text: string, files: SentFile[]) => void;
  ref: (field: HTMLTextAreaElement) => void;
};

const everyone = '';
/** So many files at once. */
const mostFiles = 5;

/** Where a message is written, and for whom: for everyone unless somebody is chosen. */
export function ChatComposer(props: ComposerProps) {
  const { text, setText, to, setTo, files } = untrack(() => props.draft);
  const [over, setOver] = createSignal(false);
  let field: HTMLTextAreaElement | undefined;
  const here = createMemo(() => props.people.map(({ userId, name }) => ({ userId, name })));
  /** Who was chosen and left stays chosen: what was meant for them alone must not go to everyone. */
  const gone = () => {
    const chosen = to();
    return chosen && !here().some(({ userId }) => userId === chosen.userId) ? chosen : undefined;
  };
  const tooMany = () => text().trim().length - longestChatText;
  const arrived = (): SentFile[] =>
    files
      .all()
      .flatMap(({ uploadId, file: { name, size } }) => (uploadId ? [{ uploadId, name, bytes: size }] : []));
  const onTheirWay = () => files.all().some(({ uploadId, error }) => !uploadId && !error);
  const canSend = () => (text().trim() !== '' || arrived().length > 0) && !onTheirWay() && tooMany() <= 0;
  const take = (chosen: File[]) => {
    if (props.canAttach) files.add(chosen.slice(0, Math.max(0, mostFiles - files.all().length)));
  };
  const placeholder = () => {
    const one = to();
    return one ? t('chat.toOne', { name: one.name }) : t('chat.toEveryone');
  };

  function send(): void {
    if (!canSend()) return;
    props.onSend(to(), text().trim(), arrived());
    setText('');
    files.forget();
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
      classList={{ 'is-over': over() }}
      onDragOver={(event) => {
        if (!props.canAttach || !event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...(event.dataTransfer?.files ?? [])]);
      }}
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
      <FilesUnderWayList files={files} />
      <div class="composer__in">
        <Show when={props.canAttach}>
          <AttachButton onFiles={take} />
        </Show>
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
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            if (pasted.length === 0 || !props.canAttach) return;
            event.preventDefault();
            take(pasted);
          }}
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
