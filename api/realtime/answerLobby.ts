import type { Logger } from '../../config/logger.ts';
import { channels } from '../contracts/events.ts';
import {
  lobbyVisit,
  type Lobby as LobbyView,
  type LobbyAnswer,
  type LobbyVisit,
} from '../contracts/lobby.ts';
import type { Lobby } from '../lobby/index.ts';
import type { FanOut } from './fanOut.ts';
import type { LiveSocket } from './identify.ts';

/**
 * So often a page is asked whether it is still there. The question comes from here because browsers hold the timers of
 * pages in the background back, but not what comes over a socket.
 */
const askEveryMs = 4_000;
const answerWithinMs = 3_500;
/** A page that says more than can be done is not listened to. */
const mostWaiting = 10;

interface Options {
  lobby: Lobby;
  fanOut: FanOut;
  logger: Logger;
}

/** Lets a page into the lobby of a lesson, keeps it there while it answers, and tells the others. */
export function answerLobby(socket: LiveSocket, options: Options): void {
  const place = new LobbyPlace(socket, options);
  socket.on('visitLobby', (data, answer: unknown) => {
    void place
      .visit(data)
      .catch((error: unknown): LobbyAnswer => {
        options.logger.warn({ err: error }, 'a lobby cannot be entered now');
        return { ok: false };
      })
      .then((result) => typeof answer === 'function' && (answer as (given: LobbyAnswer) => void)(result));
  });
  socket.on('disconnect', () => void place.close().catch(() => undefined));
}

/** Where one socket is, in one lobby at a time. What its page says is done in the order in which it said it. */
class LobbyPlace {
  readonly #socket: LiveSocket;
  readonly #options: Options;
  #visit: LobbyVisit | undefined;
  #asking: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(socket: LiveSocket, options: Options) {
    this.#socket = socket;
    this.#options = options;
  }

  async visit(data: unknown): Promise<LobbyAnswer> {
    const wanted = lobbyVisit.safeParse(data);
    if (!wanted.success || this.#waiting >= mostWaiting) return { ok: false };
    return this.#inTurn(async () => {
      const former = this.#visit;
      this.#visit = wanted.data;
      if (former && former.sessionId !== wanted.data.sessionId) await this.#tell({ ...former, as: 'gone' });
      const seen = await this.#tell(wanted.data);
      if (!seen) this.#visit = undefined;
      this.#keepAsking();
      return seen ? { ok: true, lobby: seen } : { ok: false };
    });
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      const [left, person] = [this.#visit, this.#person];
      this.#visit = undefined;
      clearInterval(this.#asking);
      if (person && left?.as === 'waiting') await this.#options.lobby.drop(person, left, this.#socket.id);
    });
  }

  get #person() {
    const { userId, role } = this.#socket.data;
    return userId && role ? { userId, role } : null;
  }

  /** @returns who is there; nothing to whom may not know. */
  async #tell(visit: LobbyVisit): Promise<LobbyView | undefined> {
    const person = this.#person;
    if (!person) return undefined;
    const { lobby, fanOut } = this.#options;
    const seen = await lobby.visit(person, visit, this.#socket.id);
    const channel = channels.lobby(visit.sessionId);
    if (seen.mayKnow) await this.#socket.join(channel);
    else await this.#socket.leave(channel);
    if (seen.changed) await fanOut({ channels: [channel], name: 'lobby.changed', data: seen.lobby });
    return seen.mayKnow ? seen.lobby : undefined;
  }

  #keepAsking(): void {
    clearInterval(this.#asking);
    if (!this.#visit || !this.#socket.connected) return;
    // One that does not answer is asked again: its place runs out, and is there again when it does.
    this.#asking = setInterval(() => void this.#ask().catch(() => undefined), askEveryMs);
  }

  /** Also sweeps out who is gone, and brings the page what it may have missed. */
  async #ask(): Promise<void> {
    const asked = this.#visit;
    await this.#socket.timeout(answerWithinMs).emitWithAck('areYouThere', {});
    await this.#inTurn(async () => {
      if (!asked || this.#visit !== asked) return;
      const seen = await this.#tell(asked);
      if (seen) this.#socket.emit('lobby.changed', seen);
      else this.#visit = undefined;
    });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting += 1;
    const done = this.#turn.then(work).finally(() => (this.#waiting -= 1));
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
