import '../../room/chat/chat.css';
import { For, Show, createEffect, createMemo, createUniqueId } from 'solid-js';
import { keptChat, type KeptMessage } from '../../../api/contracts/chat.ts';
import { api } from '../../lib/api.ts';
import { useInfiniteQuery } from '../../lib/query.ts';
import { formatLength } from '../../room/lessonClock.ts';
import { t } from '../../text/recording.ts';
import { Button } from '../../ui/Button.tsx';
import { KeptMessageLine } from '../KeptMessageLine.tsx';
import type { ReplayClock } from './replayClock.ts';

type ChatProps = ReplayClock & { sessionId: string; userId: string };

/** What had been written until the moment that is played; a message leads to when it was written. */
export function ReplayChat(props: ChatProps) {
  const chat = useInfiniteQuery(() => ({
    queryKey: ['session', props.sessionId, 'wholeChat'],
    queryFn: ({ pageParam, signal }) =>
      api.get(`/api/sessions/${props.sessionId}/chat`, keptChat, {
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  }));
  createEffect(() => {
    if (chat.hasNextPage && !chat.isFetchingNextPage && !chat.isError) void chat.fetchNextPage();
  });
  const messages = createMemo(() => (chat.isSuccess ? chat.data.pages.flatMap(({ items }) => items) : []));
  const said = createMemo(() => messages().filter(({ at }) => Date.parse(at) <= props.moment()));
  const title = createUniqueId();
  return (
    <Show when={messages().length > 0}>
      <section class="replay__part" aria-labelledby={title}>
        <h3 class="h-card" id={title}>
          {t('recording.replay.chat')}
        </h3>
        <Show when={said().length > 0} fallback={<p class="muted">{t('recording.replay.nothingYet')}</p>}>
          {/* Scrolls, by keyboard too; it stays at the newest message as long as nobody scrolls up. */}
          <div class="chat-scroll replay__scroll" tabindex="0" role="region" aria-labelledby={title}>
            <ol class="chat replay__chat">
              <For each={said()}>{(message) => <Message {...props} message={message} />}</For>
            </ol>
          </div>
        </Show>
      </section>
    </Show>
  );
}

function Message(props: ChatProps & { message: KeptMessage }) {
  const place = () => props.placeOf(props.message.at);
  const name = () => props.message.by.name;
  return (
    <KeptMessageLine message={props.message} userId={props.userId} sessionId={props.sessionId}>
      <Button
        size="sm"
        variant="ghost"
        class="replay__when num"
        aria-label={t('recording.replay.goTo', { name: name(), time: formatLength(place()) })}
        onClick={() => props.onSeek(place())}
      >
        {formatLength(place())}
      </Button>
    </KeptMessageLine>
  );
}
