import { createEffect, createSignal, on, onCleanup, onMount, type Accessor } from 'solid-js';
import { lobbyAnswer, type Lobby, type LobbyPerson, type LobbyVisit } from '../../../api/contracts/lobby.ts';
import { live } from '../../lib/live.ts';
import { tabId } from '../people/tabId.ts';

/** Asked again after this, when the lobby could not be reached. */
const againMs = 3_000;

type Options = {
  sessionId: string;
  /** How this page stands to the lobby. */
  as: Accessor<LobbyVisit['as']>;
  ready: Accessor<boolean>;
};

/**
 * Who is before the room of a lesson, live, this page's person among them (ROOM-3). The api keeps the place over drops
 * for a moment, and asks by itself whether this page is still there.
 */
export function createLobby({ sessionId, as, ready }: Options) {
  const [lobby, setLobby] = createSignal<Lobby>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was said; the answer to what is no longer true is not followed up. */
  let said = 0;

  const take = (told: Lobby) => {
    if (told.sessionId !== sessionId) return;
    setLobby((known) => (known && known.version > told.version ? known : told));
  };
  const visit = (how: LobbyVisit['as']) =>
    live.ask('visitLobby', { sessionId, tab: tabId(), as: how, ready: ready() } satisfies LobbyVisit);
  async function say(): Promise<void> {
    clearTimeout(timer);
    const mine = ++said;
    const answer = lobbyAnswer.safeParse(await visit(as()).catch(() => undefined));
    if (mine !== said) return;
    if (answer.success && answer.data.ok) take(answer.data.lobby);
    else if (as() !== 'gone') timer = setTimeout(() => void say(), againMs);
  }
  /** Said as the page goes, so that nobody waits for who is not here; when it is lost on the way, silence says it. */
  const leave = () => {
    said++;
    clearTimeout(timer);
    if (as() !== 'gone') void visit('gone').catch(() => undefined);
  };
  const comeBack = (event: PageTransitionEvent) => event.persisted && void say();

  createEffect(
    on([as, ready, live.state], () => {
      if (live.state() === 'connected') void say();
    }),
  );
  onCleanup(live.on('lobby.changed', take));
  onMount(() => {
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
  });
  onCleanup(() => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', comeBack);
    leave();
  });

  /** Nobody while it is not known who is there. */
  return { people: (): LobbyPerson[] => lobby()?.people ?? [] };
}
