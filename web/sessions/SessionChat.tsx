import '../room/chat/chat.css';
import { For, Match, Show, Switch, createSignal } from 'solid-js';
import { keptChat } from '../../api/contracts/chat.ts';
import { api } from '../lib/api.ts';
import { useInfiniteQuery } from '../lib/query.ts';
import { saveTranscript } from '../room/chat/saveTranscript.ts';
import { t } from '../text/chat.ts';
import { Button } from '../ui/Button.tsx';
import { KeptMessageLine } from './KeptMessageLine.tsx';

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
              <DownloadButton sessionId={props.sessionId} format="text" />
              <DownloadButton sessionId={props.sessionId} format="html" />
            </p>
            <ol class="chat">
              <For each={messages()}>{(message) => <KeptMessageLine message={message} {...props} />}</For>
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

function DownloadButton(props: { sessionId: string; format: 'text' | 'html' }) {
  const [busy, setBusy] = createSignal(false);
  async function download(): Promise<void> {
    setBusy(true);
    await saveTranscript(props.sessionId, props.format);
    setBusy(false);
  }
  return (
    <Button size="sm" icon="arrow-down-tray" busy={busy()} onClick={() => void download()}>
      {t(props.format === 'text' ? 'chat.kept.asText' : 'chat.kept.asPage')}
    </Button>
  );
}
