import { For, Show } from 'solid-js';
import { splitChat } from '../../../media/contracts/chatParts.ts';
import { t } from '../../text/chat.ts';
import { splitLinks } from './splitLinks.ts';

/** What somebody wrote: words with links that can be followed, and blocks of code. Never taken for markup. */
export function MessageText(props: { text: string }) {
  return (
    <For each={splitChat(props.text)}>
      {(part) => (
        <Show
          when={part.kind === 'code'}
          fallback={
            <p class="bubble">
              <Words text={part.text} />
            </p>
          }
        >
          {/* Long lines scroll, by keyboard too. */}
          <pre class="code-block" tabindex="0" role="region" aria-label={t('chat.code')}>
            <code>{part.text}</code>
          </pre>
        </Show>
      )}
    </For>
  );
}

function Words(props: { text: string }) {
  return (
    <For each={splitLinks(props.text)}>
      {(part) => (
        <Show when={part.href} fallback={part.text}>
          {(href) => (
            <a href={href()} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          )}
        </Show>
      )}
    </For>
  );
}
