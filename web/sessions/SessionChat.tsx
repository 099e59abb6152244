import '../room/chat/chat.css';
import { For, Match, Show, Switch, createSignal } from 'solid-js';
import { keptChat, type KeptMessage } from '../../api/contracts/chat.ts';
import { api } from '../lib/api.ts';
import { useInfiniteQuery } from '../lib/query.ts';
import { describeError } from '../lib/describeError.ts';
import { formatTime } from '../lib/formats.ts';
import { saveFile } from '../lib/saveFile.ts';
import { MessageText } from '../room/chat/MessageText.tsx';
import { t } from '../text/chat.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { showToast } from '../ui/showToast.ts';

/** After the lesson: what was written in its room, to read and to take away (ROOM-8, ROOM-17). */
export default function SessionChat(props: { sessionId: string; userId: string }) {
  const path = () => `/api/sessions/${props.sessionId}/chat`;
  const chat = useInfiniteQuery(() => ({
    queryKey: ['session', props.sessionId, 'chat'],
    queryFn: ({ pageParam, signal }) =>
      api.get(path(), keptChat, { query: { cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  }));
  const messages = () => (chat.isSuccess ? chat.data.pages.flatMap(({ items }) => items) : []);
  return (
    <section class="stack stack--3" aria-labelledby="session-chat">
      <h2 class="h-section" id="session-chat">
        {t('chat.kept.title')}
      </h2>
      <Switch>
        <Match when={chat.isError}>
          <p class="muted">{t('chat.kept.failed')}</p>
        </Match>
        <Match when={chat.isSuccess && messages().length === 0}>
          <p class="muted">{t('chat.kept.empty')}</p>
        </Match>
        <Match when={messages().length > 0}>
          <div class="card session-chat">
            <p class="muted">{t('chat.kept.text')}</p>
            <p class="session-chat__acts">
              <DownloadButton path={path()} format="text" />
              <DownloadButton path={path()} format="html" />
            </p>
            <ol class="chat">
              <For each={messages()}>{(message) => <Message message={message} userId={props.userId} />}</For>
            </ol>
            <Show when={chat.hasNextPage}>
              <Button size="sm" busy={chat.isFetchingNextPage} onClick={() => void chat.fetchNextPage()}>
                {t('chat.kept.more')}
              </Button>
            </Show>
          </div>
        </Match>
      </Switch>
    </section>
  );
}

function Message(props: { message: KeptMessage; userId: string }) {
  const message = () => props.message;
  const privately = () => {
    const { to } = message();
    if (!to) return undefined;
    return to.id === props.userId ? t('chat.privateToYou') : t('chat.privateTo', { name: to.name });
  };
  return (
    <li class="msg" data-private={privately() && ''}>
      <Avatar name={message().by.name} id={message().by.id} size={32} />
      <div>
        <p class="msg__who">
          <span>{message().by.name}</span>
          <time datetime={message().at}>{formatTime(message().at)}</time>
          <Show when={privately()}>
            {(words) => (
              <span class="msg__private">
                <Icon name="lock-closed" size={16} />
                {words()}
              </span>
            )}
          </Show>
        </p>
        <MessageText text={message().text} />
      </div>
    </li>
  );
}

function DownloadButton(props: { path: string; format: 'text' | 'html' }) {
  const [busy, setBusy] = createSignal(false);
  async function download(): Promise<void> {
    setBusy(true);
    try {
      const { format, path } = props;
      const file = await api.download(`${path}/transcript`, { query: { format } });
      saveFile(
        file,
        `peerlearn-chat-${new Date().toISOString().slice(0, 10)}.${format === 'text' ? 'txt' : 'html'}`,
      );
    } catch (error) {
      showToast({ tone: 'danger', title: t('chat.kept.notDownloaded'), text: describeError(error) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button size="sm" icon="arrow-down-tray" busy={busy()} onClick={() => void download()}>
      {t(props.format === 'text' ? 'chat.kept.asText' : 'chat.kept.asPage')}
    </Button>
  );
}
