import { createSignal } from 'solid-js';
import type { Socket } from 'socket.io-client';
import type {
  liveEvents,
  LiveEventData,
  LiveEventName,
  LiveToPage,
  PageToLive,
} from '../../api/contracts/events.ts';
import { credentials } from './credentials.ts';

type LiveEvents = typeof liveEvents;
type Listener<N extends LiveEventName> = (data: LiveEventData<N>) => void;
type LiveSocket = Socket<LiveToPage, PageToLive>;
/** `lost`: it was there and is being sought again. */
export type LiveState = 'idle' | 'connected' | 'lost';

const noop = (): void => undefined;

/** An answer over the socket that takes longer was lost. */
const answerTimeoutMs = 5_000;

/**
 * The page's one live socket. Its library and contract are fetched only when somebody listens, so that they do not
 * stand in the way of the first paint. Payloads are parsed by the contract; what does not fit is dropped.
 */
export function createLive() {
  const [state, setState] = createSignal<LiveState>('idle');
  const listeners = new Map<LiveEventName, Set<(data: never) => void>>();
  let socket: LiveSocket | undefined;
  let onGap: () => void = noop;

  async function connect(): Promise<void> {
    if (socket) return;
    const [{ io }, { liveEvents }] = await Promise.all([
      import('socket.io-client'),
      import('../../api/contracts/events.ts'),
    ]);
    if (socket) return;
    socket = io({
      auth: (give) => void credentials.freshToken().then((token) => give({ token })),
      transports: ['websocket', 'polling'],
    });
    follow(socket, liveEvents);
  }

  function follow(socket: LiveSocket, events: LiveEvents): void {
    socket.on('connect', () => {
      setState('connected');
      if (!socket.recovered) onGap();
    });
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') setState('lost');
    });
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      setState('lost');
      // socket.io does not try again by itself after a refusal.
      if (error.data?.code === 'session_expired')
        void credentials.refresh().then(() => socket.connect(), noop);
    });
    socket.on('areYouThere', (_data, answer) => answer());
    for (const name of Object.keys(events) as LiveEventName[]) {
      socket.on(name, (data: unknown) => deliver(name, events[name].safeParse(data)));
    }
  }

  function deliver(name: LiveEventName, parsed: { success: boolean; data?: unknown }): void {
    if (!parsed.success) return;
    for (const listener of listeners.get(name) ?? []) listener(parsed.data as never);
  }

  return {
    state,
    connect,
    /** Takes the socket up again as another person, after a log-in or log-out. */
    reconnect(): void {
      socket?.disconnect().connect();
    },
    /**
     * What to do after a gap that cannot be resumed: events of meanwhile are lost to this page. The first is that between
     * what the page was drawn from and its socket.
     */
    afterGap(refetch: () => void): void {
      onGap = refetch;
    },
    /** Says something to which there is an answer. @throws Error when none comes in time, or there is no socket now */
    ask: (name: 'visitLobby', data: object) => askOver(socket, name, data),
    /** @returns a function that stops listening */
    on<N extends LiveEventName>(name: N, listener: Listener<N>): () => void {
      const known = listeners.get(name) ?? new Set();
      known.add(listener);
      listeners.set(name, known);
      return () => void known.delete(listener);
    },
  };
}

async function askOver(socket: LiveSocket | undefined, name: 'visitLobby', data: object): Promise<unknown> {
  if (!socket?.connected) throw new Error('there is no socket now');
  return socket.timeout(answerTimeoutMs).emitWithAck(name, data);
}

export const live = createLive();
