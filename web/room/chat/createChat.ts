import { createMemo, createSignal } from 'solid-js';
import type { ChatMessage } from '../../../media/contracts/chat.ts';
import { t } from '../../text/chat.ts';
import { attachToChat } from '../../sessionFiles/sessionFileCalls.ts';
import type { RoomClient } from '../RoomClient.ts';
import { SignallingError } from '../roomTypes.ts';
import { ChatHistory } from './ChatHistory.ts';
import { createDraft } from './createDraft.ts';
import { createOutgoing, type Addressee, type SentFile } from './createOutgoing.ts';
import { createReading } from './createReading.ts';
import { createTypists } from './createTypists.ts';

type Options = { client: RoomClient; sessionId: string; userId: string };
export type Chat = ReturnType<typeof createChat>;

/** So many are kept for screen readers, and so much of each is read out. */
const spokenCount = 4;
const spokenLength = 300;

/** The room's chat as signals: what was said, what is on its way, who writes, and how far it was read (ROOM-8). */
export function createChat({ client, sessionId, userId }: Options) {
  const [messages, setMessages] = createSignal<ChatMessage[]>([]);
  const [spoken, setSpoken] = createSignal<ChatMessage[]>([]);
  const history = new ChatHistory((range) => client.ask('chatHistory', range), setMessages);
  const loading = createLoading(history);
  const outgoing = createOutgoing({
    client,
    onAttach: async ({ uploadId, name }, to) => (await attachToChat(sessionId, { uploadId, name, to })).token,
    onKept: (message) => history.add(message),
  });
  const typists = createTypists(client);
  const reading = createReading({ sessionId, userId, messages });

  client.events.on('peersReset', () => {
    void loading.catchUp();
    outgoing.resume();
  });
  client.events.on('dropped', () => history.dropped());
  client.events.on('said', (message) => {
    history.add(message);
    typists.forget(message.userId);
    if (message.userId !== userId) setSpoken((all) => [...all, message].slice(-spokenCount));
  });

  /** Until it is acknowledged, a message that others have already is shown once. */
  const onTheirWay = createMemo(() => {
    const kept = new Set(messages().map((message) => `${message.userId} ${message.clientId}`));
    return outgoing.all().filter(({ clientId }) => !kept.has(`${userId} ${clientId}`));
  });

  return {
    userId,
    sessionId,
    messages,
    state: loading.state,
    older: loading.older,
    reload: loading.reload,
    loadOlder: loading.loadOlder,
    onTheirWay,
    typists: typists.typists,
    unread: reading.unread,
    setAtEnd: reading.setAtEnd,
    /** What screen readers are told of new messages. */
    spoken: () => spoken().map(spokenText),
    draft: createDraft(),
    writing: typists.writing,
    say: (to: Addressee, text: string, files: SentFile[] = []) => {
      typists.wrote();
      // A message brings one file; further ones follow in messages of their own.
      const [first, ...others] = files;
      outgoing.add(to, text, first);
      for (const file of others) outgoing.add(to, '', file);
    },
    retry: outgoing.retry,
    discard: outgoing.discard,
  };
}

/** What is fetched of the past, and how that stands. */
function createLoading(history: ChatHistory) {
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading');
  const [older, setOlder] = createSignal<'none' | 'there' | 'loading' | 'failed'>('none');
  async function catchUp(): Promise<void> {
    try {
      await history.catchUp();
      setState('ready');
      setOlder(history.hasOlder ? 'there' : 'none');
    } catch (error) {
      // Cut off: the next place asks again. Refused: the panel offers to.
      const cutOff = error instanceof SignallingError && error.code === 'closed';
      if (!cutOff && state() === 'loading') setState('failed');
    }
  }
  return {
    state,
    older,
    catchUp,
    reload: () => {
      setState('loading');
      void catchUp();
    },
    loadOlder: async (): Promise<void> => {
      if (older() !== 'there' && older() !== 'failed') return;
      setOlder('loading');
      try {
        await history.loadOlder();
        setOlder(history.hasOlder ? 'there' : 'none');
      } catch {
        setOlder('failed');
      }
    },
  };
}

function spokenText({ name, to, text: words, file }: ChatMessage): string {
  const whole = [words, file?.name].filter(Boolean).join(', ');
  const text = whole.length > spokenLength ? `${whole.slice(0, spokenLength)}…` : whole;
  return t(to ? 'chat.saidToYou' : 'chat.said', { name, text });
}
