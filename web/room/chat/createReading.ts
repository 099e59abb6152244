import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js';
import type { ChatMessage } from '../../../media/contracts/chat.ts';

type Options = {
  sessionId: string;
  userId: string;
  messages: Accessor<ChatMessage[]>;
};

/** How far this person has read, which the tab remembers over a reload. */
export function createReading({ sessionId, userId, messages }: Options) {
  const key = `peerlearn.chat-read.${sessionId}`;
  const [readTo, setReadTo] = createSignal(Number(sessionStorage.getItem(key) ?? 0));
  /** Whether the newest message can be seen in the panel. */
  const [atEnd, setAtEnd] = createSignal(false);
  const [visible, setVisible] = createSignal(document.visibilityState === 'visible');
  const watch = () => setVisible(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', watch);
  onCleanup(() => document.removeEventListener('visibilitychange', watch));

  const unread = createMemo(() =>
    messages().filter((message) => message.position > readTo() && message.userId !== userId),
  );
  createEffect(() => {
    const last = messages().at(-1)?.position;
    if (last === undefined || last <= readTo() || !atEnd() || !visible()) return;
    setReadTo(last);
    sessionStorage.setItem(key, String(last));
  });
  return { unread, setAtEnd };
}
