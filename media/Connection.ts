import type { Logger } from '../config/logger.ts';
import { Answers } from './Answers.ts';
import {
  requestEnvelope,
  requests,
  type RequestAnswer,
  type RequestData,
  type RequestName,
} from './contracts/signalling.ts';
import type { TicketClaims } from './contracts/ticket.ts';
import { handlers, type Handler } from './handlers/index.ts';
import { knockAt } from './knockAt.ts';
import type { Peer } from './Peer.ts';
import type { Page } from './Room.ts';
import type { Rooms } from './Rooms.ts';
import { refusal, SignallingError } from './SignallingError.ts';
import type { MediaSocket } from './sockets.ts';

/** What a handshake proved: a right to enter, or a place held already. */
export type Entrance = { claims: TicketClaims } | { peer: Peer };

/** One socket of a page, from its handshake to its end, and the requests that come over it. */
export class Connection {
  readonly #rooms: Rooms;
  readonly #socket: MediaSocket;
  readonly #logger: Logger;
  readonly #claims: TicketClaims;
  readonly #answers: Answers;
  #peer: Peer | undefined;
  #joining: Promise<Peer> | undefined;
  #knocking = false;

  constructor(rooms: Rooms, socket: MediaSocket, entrance: Entrance, logger: Logger) {
    this.#rooms = rooms;
    this.#socket = socket;
    this.#logger = logger;
    if ('peer' in entrance) {
      this.#peer = entrance.peer;
      this.#claims = entrance.peer.claims;
      this.#answers = entrance.peer.answers;
      entrance.peer.attach(socket);
    } else {
      this.#claims = entrance.claims;
      this.#answers = new Answers();
    }
  }

  /** Whether it has a place, or waits at the door. */
  get settled(): boolean {
    return this.#knocking || this.#peer?.closed === false;
  }

  /** @throws SignallingError `not_joined` before `join` and after the place was given up. */
  get peer(): Peer {
    if (!this.#peer || this.#peer.closed) throw new SignallingError('not_joined', 'ask to join first');
    return this.#peer;
  }

  /** Takes a place in the ticket's room, or the one this socket has already. */
  async join(page: Page): Promise<Peer> {
    if (this.#peer) return this.peer;
    this.#joining ??= this.#rooms
      .admit(this.#claims, this.#answers, this.#socket, page)
      .finally(() => (this.#joining = undefined));
    this.#peer = await this.#joining;
    return this.peer;
  }

  /**
   * Asks the mentor to be let in. @returns whether nothing keeps this person out.
   * @throws SignallingError `too_many`; `bad_request` from inside.
   */
  async knock(): Promise<boolean> {
    if (this.#peer) throw new SignallingError('bad_request', 'this person is inside');
    const room = this.#rooms.roomOf(this.#claims);
    this.#knocking = room !== undefined && !(await knockAt(room, this.#claims, this.#socket));
    return !this.#knocking;
  }

  /** Answers a request as it came off the wire; never throws. */
  async answer(raw: unknown): Promise<RequestAnswer> {
    const envelope = requestEnvelope.safeParse(raw);
    if (!envelope.success) return refusal(new SignallingError('bad_request', 'not a request'));
    const { id, name, data } = envelope.data;
    return this.#answers.answer(id, async () => {
      try {
        return { ok: true, data: await this.#handle(name, data) };
      } catch (error) {
        if (!(error instanceof SignallingError)) {
          this.#logger.error({ err: error, request: name }, 'request failed');
        }
        return refusal(error);
      }
    });
  }

  async #handle<N extends RequestName>(name: N, data: unknown) {
    const parsed = requests[name].request.safeParse(data);
    if (!parsed.success) throw new SignallingError('bad_request', `not a ${name} request`);
    const handle: Handler<N> = handlers[name];
    return handle(this, parsed.data as RequestData<N>);
  }
}
