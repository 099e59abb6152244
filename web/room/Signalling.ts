import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { RoomTicket } from '../../api/contracts/sessions.ts';
import type { IceServers } from '../../media/contracts/iceServers.ts';
import {
  requests,
  serverEvents,
  signallingErrorCode,
  type ClientToMedia,
  type MediaToClient,
  type RequestAnswer,
  type RequestData,
  type RequestName,
  type ResponseData,
  type ServerEventData,
  type ServerEventName,
} from '../../media/contracts/signalling.ts';
import { Events } from './Events.ts';
import { SignallingError } from './roomTypes.ts';

/**
 * An acknowledgement that takes longer was lost; the request is repeated with the same id. When nothing else came over
 * the socket meanwhile either, the socket is dead: a new one is there long before TCP tries the old one again.
 */
const answerTimeoutMs = 3_000;
/** The same, when there is another sign that the network is gone: nobody waits for an answer then. */
const doubtedTimeoutMs = 1_500;
/** A timer that is so late shows that the page stood still: what came meanwhile may not be read yet. */
const stoodStillMs = 500;
/** Most attempts are given up early for the same reason; each fourth one waits for a slow network. */
const connectTimeoutMs = { usual: 1_500, patient: 8_000, patientEvery: 4 } as const;

const handshakeRefusal = z.object({ code: signallingErrorCode });

type SignallingEvents = { [Name in ServerEventName]: ServerEventData<Name> } & {
  connected: { resumed: boolean };
  disconnected: undefined;
  /** The node's handshake refused this place; unless the room is closed a fresh ticket may help. */
  refused: { roomClosed: boolean };
};

/**
 * One place on a media node, over a socket that may drop and come back: first with the ticket, then with the
 * peer's resume token. Requests wait for the socket and are repeated until they are answered.
 */
export class Signalling {
  readonly events = new Events<SignallingEvents>();
  /** Relays that came with the ticket. */
  readonly iceServers: IceServers;
  readonly #socket: Socket<MediaToClient, ClientToMedia>;
  #heardAt = performance.now();
  #resume: { peerId: string; resumeToken: string } | undefined;
  #closed = false;

  constructor({ mediaUrl, ticket, iceServers }: Pick<RoomTicket, 'mediaUrl' | 'ticket' | 'iceServers'>) {
    this.iceServers = iceServers;
    this.#socket = io(mediaUrl, {
      auth: (answer) => answer(this.#resume ?? { ticket }),
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      forceNew: true,
      reconnectionDelay: 250,
      reconnectionDelayMax: 750,
      timeout: connectTimeoutMs.patient,
    });
    this.#listen();
    globalThis.addEventListener('online', this.#retryNow);
    globalThis.addEventListener('offline', this.#dropNow);
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** From now on a new socket takes the same place again. */
  keepPlace(place: { peerId: string; resumeToken: string }): void {
    this.#resume = place;
  }

  /**
   * Asks the node; waits through any number of drops.
   * @throws SignallingError with the node's code, or `closed` when this was closed before the answer came.
   */
  async request<Name extends RequestName>(name: Name, data: RequestData<Name>): Promise<ResponseData<Name>> {
    const envelope = { id: crypto.randomUUID(), name, data };
    for (;;) {
      await this.#whenConnected();
      const answer = await this.#ask(envelope);
      if (this.#closed) throw closedError();
      if (answer === undefined) continue;
      if (!answer.ok) throw new SignallingError(answer.error.code, answer.error.message);
      return requests[name].response.parse(answer.data) as ResponseData<Name>;
    }
  }

  /** Media stopped: does the socket still carry? If it does not, a new one is there as soon as the network is. */
  async doubt(): Promise<void> {
    const since = performance.now();
    while (this.connected && this.#heardAt < since)
      await this.#ask({ id: crypto.randomUUID(), name: 'ping', data: {} }, doubtedTimeoutMs);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    globalThis.removeEventListener('online', this.#retryNow);
    globalThis.removeEventListener('offline', this.#dropNow);
    this.#socket.disconnect();
    // Wakes the requests that wait for a connection, so that they see the closing.
    this.events.emit('disconnected', undefined);
    this.events.clear();
  }

  async #ask(
    envelope: Parameters<ClientToMedia['request']>[0],
    timeoutMs = answerTimeoutMs,
  ): Promise<RequestAnswer | undefined> {
    const since = performance.now();
    try {
      const socket: Socket = this.#socket;
      const answer: unknown = await socket.timeout(timeoutMs).emitWithAck('request', envelope);
      return answer as RequestAnswer;
    } catch {
      const stoodStill = performance.now() - since > timeoutMs + stoodStillMs;
      if (this.#heardAt < since && !stoodStill) this.#dropNow();
      return undefined;
    }
  }

  async #whenConnected(): Promise<void> {
    while (!this.#closed && !this.#socket.connected) {
      await new Promise<void>((resolve) => {
        const done = () => {
          offConnected();
          offDisconnected();
          resolve();
        };
        const offConnected = this.events.on('connected', done);
        const offDisconnected = this.events.on('disconnected', done);
      });
    }
    if (this.#closed) throw closedError();
  }

  #listen(): void {
    const socket = this.#socket;
    const manager = socket.io;
    manager.on('reconnect_attempt', (attempt) => {
      const { usual, patient, patientEvery } = connectTimeoutMs;
      manager.timeout(attempt % patientEvery === 0 ? patient : usual);
    });
    manager.on('open', () => {
      this.#heardAt = performance.now();
      manager.engine.on('packet', () => (this.#heardAt = performance.now()));
    });
    socket.on('connect', () => this.events.emit('connected', { resumed: this.#resume !== undefined }));
    socket.on('disconnect', (reason) => {
      if (this.#closed) return;
      this.events.emit('disconnected', undefined);
      // socket.io does not come back by itself from a disconnection that the server asked for.
      if (!this.#closed && reason === 'io server disconnect') socket.connect();
    });
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      // An active socket tries again by itself; one that is not was refused by the node's handshake.
      if (this.#closed || socket.active) return;
      const refusal = handshakeRefusal.safeParse(error.data);
      this.events.emit('refused', { roomClosed: refusal.data?.code === 'room_closed' });
    });
    socket.onAny((name: string, data: unknown) => this.#forward(name, data));
  }

  #forward(name: string, data: unknown): void {
    if (this.#closed || !isServerEvent(name)) return;
    const parsed = serverEvents[name].safeParse(data);
    // An event of a newer node that this page cannot read is one that it cannot act on either.
    if (parsed.success) this.events.emit(name, parsed.data);
  }

  /** The network is back: no waiting for the next round. */
  readonly #retryNow = () => {
    if (!this.#socket.connected && this.#socket.active) this.#socket.disconnect().connect();
  };

  /** The network is gone: said at once, not when the next heartbeat is missed. */
  readonly #dropNow = () => {
    if (this.#socket.connected) this.#socket.io.engine.close();
  };
}

const isServerEvent = (name: string): name is ServerEventName => name in serverEvents;
const closedError = () => new SignallingError('closed', 'closed before the answer came');
