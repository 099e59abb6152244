import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Answers } from './Answers.ts';
import type { RoomFact } from './contracts/facts.ts';
import type { PeerView, ServerEventData, VideoCodec } from './contracts/signalling.ts';
import type { TicketClaims } from './contracts/ticket.ts';
import { PeerMedia } from './PeerMedia.ts';
import type { Room } from './Room.ts';
import { SignallingError } from './SignallingError.ts';
import type { Send } from './Subscription.ts';
import type { MediaSocket } from './sockets.ts';

export type LeaveReason = Extract<RoomFact, { type: 'peer.left' }>['reason'];

interface PeerEvents {
  /** Its socket was lost or has come back. */
  change: [];
  close: [reason: LeaveReason];
}

/** Someone's place in a room. It outlives sockets, by the grace, and routers. */
export class Peer extends EventEmitter<PeerEvents> {
  readonly id = randomUUID();
  readonly resumeToken = randomBytes(32).toString('base64url');
  readonly answers: Answers;
  readonly claims: TicketClaims;
  readonly room: Room;
  /** The page's tab, so that its next page is known from another tab. */
  readonly tab: string | undefined;
  /** What its page can decode, once it has said so. */
  decodes: ReadonlySet<VideoCodec> | undefined;
  readonly #graceMs: number;
  #socket: MediaSocket | undefined;
  #grace: NodeJS.Timeout | undefined;
  #media: PeerMedia | undefined;
  #closed = false;

  constructor(room: Room, claims: TicketClaims, answers: Answers, graceMs: number, tab?: string) {
    super();
    this.room = room;
    this.tab = tab;
    this.claims = claims;
    this.answers = answers;
    this.#graceMs = graceMs;
  }

  get closed(): boolean {
    return this.#closed;
  }

  get connected(): boolean {
    return this.#socket !== undefined;
  }

  /** What it sends and receives; nothing before it joined and while its room's router is being replaced. */
  get media(): PeerMedia | undefined {
    return this.#media?.closed ? undefined : this.#media;
  }

  /** @throws SignallingError `media_unavailable` while there is none. */
  get openedMedia(): PeerMedia {
    if (!this.media) throw new SignallingError('media_unavailable', 'the media of this place is not open');
    return this.media;
  }

  view(): PeerView {
    const { sub, name, pictureUrl, role } = this.claims;
    const hand = this.room.hands.of(sub);
    return { id: this.id, userId: sub, name, pictureUrl, role, connected: this.connected, hand };
  }

  /** Compares in constant time, so that a token cannot be guessed bit by bit. */
  mayResumeWith(token: string): boolean {
    const [given, own] = [Buffer.from(token), Buffer.from(this.resumeToken)];
    return given.length === own.length && timingSafeEqual(given, own);
  }

  /** Gives the place a new socket; one that it still had is dead or belongs to the same page. */
  attach(socket: MediaSocket): void {
    const former = this.#socket;
    clearTimeout(this.#grace);
    this.#socket = socket;
    former?.disconnect();
    socket.once('disconnect', () => this.#lose(socket));
    if (!socket.connected) this.#lose(socket);
    else if (!former) this.emit('change');
  }

  #lose(socket: MediaSocket) {
    if (this.#socket !== socket || this.#closed) return;
    this.#socket = undefined;
    this.#grace = setTimeout(() => this.close('lost'), this.#graceMs);
    this.emit('change');
  }

  /** Tells the page something; lost when its socket is away (it asks again after a resume). */
  readonly send: Send = (event, data) => {
    this.#socket?.emit(event, ...([data] as never));
  };

  /**
   * Opens transports on the room's present router, waiting for one when it is being replaced.
   * What was open before is closed.
   * @throws SignallingError `media_unavailable`, `not_joined`.
   */
  async openMedia(): Promise<PeerMedia> {
    const roomMedia = await this.room.media();
    const media = await PeerMedia.create(this.id, roomMedia, this.send).catch(() => undefined);
    if (this.#closed) {
      media?.close();
      throw new SignallingError('not_joined', 'the place was given up meanwhile');
    }
    if (!media || media.closed) throw new SignallingError('media_unavailable', 'the router was lost');
    this.#media?.close();
    this.#media = media;
    return media;
  }

  /** @param farewell what the page is told before its socket is closed; nothing when it left by itself. */
  close(reason: LeaveReason, farewell?: ServerEventData<'closed'>): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#grace);
    this.#media?.close();
    if (farewell) {
      this.send('closed', farewell);
      this.#socket?.disconnect();
    }
    this.#socket = undefined;
    this.emit('close', reason);
  }
}
