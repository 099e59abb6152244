import './chat.css';
import '../people/people.css';
import { For, Match, Show, Switch, createMemo, createSignal, onCleanup, onMount, untrack } from 'solid-js';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import { t } from '../../text/chat.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ChatComposer, isOnGlass } from './ChatComposer.tsx';
import type { Chat } from './createChat.ts';
import { KeptMessage, SentMessage } from './Messages.tsx';
import { TranscriptMenu } from './TranscriptMenu.tsx';

type PanelProps = {
  chat: Chat;
  people: PeerView[];
  /** Whose chat may be downloaded: not by an admin, who only visits. */
  sessionId: string | undefined;
  onClose: () => void;
};

/** So near to the end (pixels) the newest message counts as seen. */
const endPx = 48;
/** So near to the beginning what was said before is fetched. */
const beginPx = 240;

/** What was said in the room, and what one says (ROOM-8). */
export function ChatPanel(props: PanelProps) {
  const chat = () => props.chat;
  const [away, setAway] = createSignal(false);
  let scroller: HTMLDivElement | undefined;
  let field: HTMLTextAreaElement | undefined;
  let heading: HTMLHeadingElement | undefined;
  // What was new when it was opened stays marked while it is open.
  const newFrom = untrack(() => props.chat.unread()[0]?.id);

  /** The newest is at 0, and what lies before has negative offsets: so new ones need no scrolling. */
  function scrolled(): void {
    if (!scroller) return;
    const isAway = scroller.scrollTop < -endPx;
    setAway(isAway);
    chat().setAtEnd(!isAway);
    if (scroller.scrollHeight - scroller.clientHeight + scroller.scrollTop < beginPx) void chat().loadOlder();
  }
  function toNewest(): void {
    scroller?.scrollTo({ top: 0 });
    scrolled();
  }
  onMount(() => {
    const before = document.activeElement;
    scrolled();
    // On a phone that would raise the keyboard over what is to be read.
    (isOnGlass() ? heading : field)?.focus();
    onCleanup(() => {
      chat().setAtEnd(false);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    });
  });
  const typing = createMemo(() => {
    const names = props.people
      .filter(({ userId }) => chat().typists().includes(userId))
      .map(({ name }) => name);
    return names.length > 0 ? t('chat.typing', { names: names.join(', '), count: names.length }) : '';
  });

  return (
    <aside
      class="room-panel chat-panel"
      aria-labelledby="chat-heading"
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && props.onClose()}
    >
      <header class="room-panel__head">
        <h2 class="h-card grow" id="chat-heading" tabindex="-1" ref={(element) => (heading = element)}>
          {t('chat.title')}
        </h2>
        <Show when={props.sessionId}>{(sessionId) => <TranscriptMenu sessionId={sessionId()} />}</Show>
        <IconButton icon="x-mark" size="sm" label={t('chat.close')} onClick={() => props.onClose()} />
      </header>
      <div
        class="chat-scroll"
        tabindex="0"
        role="region"
        aria-label={t('chat.messages')}
        ref={(element) => (scroller = element)}
        onScroll={scrolled}
      >
        <Show
          when={chat().messages().length + chat().onTheirWay().length > 0}
          fallback={<Nothing chat={chat()} />}
        >
          <ol class="chat">
            <Show when={chat().older() !== 'none'}>
              <li class="chat__older">
                <Button
                  size="sm"
                  variant="ghost"
                  busy={chat().older() === 'loading'}
                  onClick={() => void chat().loadOlder()}
                >
                  {t(chat().older() === 'loading' ? 'chat.loadingOlder' : 'chat.older')}
                </Button>
              </li>
            </Show>
            <For each={chat().messages()}>
              {(message, index) => (
                <>
                  <Show when={message.id === newFrom}>
                    <li class="chat__new">
                      <span>{t('chat.newFrom')}</span>
                    </li>
                  </Show>
                  <KeptMessage
                    message={message}
                    before={message.id === newFrom ? undefined : chat().messages()[index() - 1]}
                    userId={chat().userId}
                    sessionId={chat().sessionId}
                    picture={props.people.find(({ userId }) => userId === message.userId)?.pictureUrl ?? null}
                  />
                </>
              )}
            </For>
            <For each={chat().onTheirWay()}>
              {(outgoing) => (
                <SentMessage
                  outgoing={outgoing}
                  onRetry={() => chat().retry(outgoing)}
                  onDiscard={() => chat().discard(outgoing.clientId)}
                />
              )}
            </For>
          </ol>
        </Show>
      </div>
      <Show when={away() && chat().unread().length > 0}>
        <Button size="sm" class="chat__newest" icon="chevron-down" onClick={toNewest}>
          {t('chat.toNewest', { count: chat().unread().length })}
        </Button>
      </Show>
      <p class="typing" role="status">
        <Show when={typing()}>
          <span class="talk talk--wait" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span class="truncate">{typing()}</span>
        </Show>
      </p>
      <ChatComposer
        draft={chat().draft}
        people={props.people}
        onWriting={(to) => chat().writing(to)}
        canAttach={props.sessionId !== undefined}
        onSend={(to, text, files) => {
          chat().say(to, text, files);
          toNewest();
        }}
        ref={(element) => (field = element)}
      />
    </aside>
  );
}

function Nothing(props: { chat: Chat }) {
  return (
    <div class="chat__nothing">
      <Switch>
        <Match when={props.chat.state() === 'ready'}>
          <p class="strong">{t('chat.empty')}</p>
          <p class="muted">{t('chat.emptyText')}</p>
        </Match>
        <Match when={props.chat.state() === 'failed'}>
          <p>{t('chat.failed')}</p>
          <Button size="sm" onClick={() => props.chat.reload()}>
            {t('chat.retry')}
          </Button>
        </Match>
      </Switch>
    </div>
  );
}
