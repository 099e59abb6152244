import { For } from 'solid-js';
import { t } from '../../text/chat.ts';
import type { Chat } from './createChat.ts';

/** Reads out what others write, whether the panel is open or not; what is loaded of the past is not read out. */
export function SpokenChat(props: { chat: Chat }) {
  return (
    <div class="sr-only" role="log" aria-label={t('chat.title')}>
      <For each={props.chat.spoken()}>{(text) => <p>{text}</p>}</For>
    </div>
  );
}
