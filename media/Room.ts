import { EventEmitter } from 'node:events';
import type { Logger } from '../config/logger.ts';
import type { Answers } from './Answers.ts';
import type { BoardStore } from './board/BoardStore.ts';
import type { KeptClock } from './contracts/clock.ts';
import type { RoomStore } from './RoomStore.ts';
import type { KeptRecording } from './contracts/recording.ts';
import type { AttachmentClaims } from './contracts/attachment.ts';
import type { RoomFact } from './contracts/facts.ts';
import type { ServerEventData, ServerEventName } from './contracts/signalling.ts';
import type { TicketClaims } from './contracts/ticket.ts';
import { Door } from './Door.ts';
import type { FactDraft } from './FactStream.ts';
import { Hands } from './Hands.ts';
import { Peer } from './Peer.ts';
import { RoomCodecs } from './RoomCodecs.ts';
import type { PublishedProducer } from './PeerMedia.ts';
import { QualityMeters } from './quality/QualityMeters.ts';
import { RoomClock } from './RoomClock.ts';
import { RoomMedia } from './RoomMedia.ts';
import { type Recorders, RoomRecorder } from './recording/RoomRecorder.ts';
import type { SharedLog } from './SharedLog.ts';
import { SignallingError } from './SignallingError.ts';
import { Silences } from './Silences.ts';
import type { MediaSocket } from './sockets.ts';
import { watchFlow } from './watchFlow.ts';
import type { WorkerPool } from './WorkerPool.ts';

export type RoomEndReason = Extract<RoomFact, { type: 'room.ended' }>['reason'];
type FarewellReason = Exclude<ServerEventData<'closed'>['reason'], 'replaced' | 'removed'>;
/** Which page asks for a place: tabs are told apart, and taking over is asked for. */
export type Page = { tab?: string | undefined; takeOver?: boolean | undefined };

/** What the api says of a file for the chat. @throws SignallingError `bad_request` */
export type ReadAttachment = (token: string) => Promise<AttachmentClaims>;

export interface RoomOptions {
  code: string;
  sessionId: string;
  pool: WorkerPool;
  /** How long a lost peer's place, and an empty room, are kept (milliseconds). */
  graceMs: number;
  report: (fact: FactDraft) => void;
  clocks: RoomStore<KeptClock>;
  log: SharedLog;
  recorders: Recorders;
  board: BoardStore;
  readAttachment: ReadAttachment;
  logger: Logger;
}

const routerAttempts = 10;

/** A lesson's room. It keeps its peers when the router under it dies. */
export class Room extends EventEmitter<{ close: [reason: RoomEndReason] }> {
  /** Kept by person, so that they outlive routers, sockets and places. */
  readonly hands = new Hands();
  readonly silences = new Silences();
  readonly door = new Door();
  readonly codecs = new RoomCodecs(this);
  readonly quality = new QualityMeters({
    tell: (quality) => this.broadcast('peerQuality', quality),
    record: (peer, quality) => this.report({ type: 'quality.measured', ...about(peer), quality }),
  });
  readonly clock: RoomClock;
  readonly recorder: RoomRecorder;
  readonly #options: RoomOptions;
  readonly #peers = new Map<string, Peer>();
  #media: Promise<RoomMedia>;
  #emptyTimer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(options: RoomOptions, clock: RoomClock, recording: KeptRecording | undefined) {
    super();
    this.#options = options;
    this.clock = clock;
    this.recorder = new RoomRecorder(this, options.recorders, recording);
    this.#media = this.#openMedia();
  }

  /** @throws SignallingError `media_unavailable` when no router can be had. */
  static async create(options: RoomOptions): Promise<Room> {
    const { code, clocks, recorders } = options;
    const kept = await recorders.store.load(code);
    const room = new Room(options, await RoomClock.open(code, clocks), kept);
    await room.media();
    room.report({ type: 'room.opened' });
    room.#closeWhenEmpty();
    return room;
  }

  get code(): string {
    return this.#options.code;
  }

  /** What people make together here. */
  get log(): SharedLog {
    return this.#options.log;
  }

  get board(): BoardStore {
    return this.#options.board;
  }

  get readAttachment(): ReadAttachment {
    return this.#options.readAttachment;
  }

  get closed(): boolean {
    return this.#closed;
  }

  get peers(): Peer[] {
    return [...this.#peers.values()];
  }

  peer(id: string): Peer | undefined {
    return this.#peers.get(id);
  }

  /** The room on its present router; waits while that is being replaced. */
  async media(): Promise<RoomMedia> {
    for (;;) {
      const media = await this.#media.catch((error: unknown) => {
        this.#options.logger.error({ err: error, roomCode: this.code }, 'no router for a room');
        throw new SignallingError('media_unavailable', 'no media worker can be had');
      });
      if (!media.closed) return media;
      if (this.#closed) throw new SignallingError('room_closed', 'the room is closed');
    }
  }

  async #openMedia(): Promise<RoomMedia> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return this.#watch(await RoomMedia.create(this.#options.pool));
      } catch (error) {
        // A worker that died at this moment is being replaced already, and the pool waits for the next.
        if (this.#closed || this.#options.pool.closed || attempt === routerAttempts) throw error;
      }
    }
  }

  #watch(media: RoomMedia): RoomMedia {
    media.on('speaker', (peerId) => {
      for (const peer of this.peers) peer.media?.favour(peerId);
      this.broadcast('activeSpeaker', { peerId });
    });
    media.once('lost', () => {
      if (this.#closed) return;
      this.#options.logger.warn({ roomCode: this.code }, 'room lost its router');
      this.#media = this.#openMedia();
      this.#media.catch(() => undefined);
      this.broadcast('mediaReset', {});
    });
    if (this.#closed) media.close();
    return media;
  }

  /**
   * Gives a ticket's bearer a place. One that the same person already has here is taken over.
   * @throws SignallingError `removed`, `room_locked`, `elsewhere` when that one is in use and was not asked for.
   */
  admit(claims: TicketClaims, answers: Answers, socket: MediaSocket, { tab, takeOver }: Page = {}): Peer {
    this.door.check(claims);
    const former = this.peers.filter((peer) => peer.claims.sub === claims.sub);
    if (!takeOver && former.some((peer) => peer.connected && (!tab || peer.tab !== tab))) {
      throw new SignallingError('elsewhere', 'this person is here in another tab');
    }
    for (const peer of former) peer.close('replaced', { reason: 'replaced' });
    const peer = new Peer(this, claims, answers, this.#options.graceMs, tab);
    this.door.cameIn(claims.sub);
    this.#peers.set(peer.id, peer);
    clearTimeout(this.#emptyTimer);
    peer.attach(socket);
    this.report({ type: 'peer.joined', ...about(peer) });
    this.broadcast('peerJoined', { peer: peer.view() }, peer);
    this.quality.follow(peer);
    peer.on('change', () => {
      this.broadcast('peerChanged', { peer: peer.view() }, peer);
      this.#followClock(true);
    });
    peer.once('close', (reason) => {
      this.#peers.delete(peer.id);
      // Another tab of theirs takes the raised hand with the place.
      if (reason !== 'replaced') this.hands.lower(claims.sub);
      if (reason === 'left') this.door.left(claims.sub);
      this.report({ type: 'peer.left', ...about(peer), reason });
      this.broadcast('peerLeft', { peerId: peer.id });
      this.codecs.update();
      // Who takes the place over is there at once.
      if (reason !== 'replaced') this.#followClock(reason === 'lost' || reason === 'stopped');
      this.#closeWhenEmpty();
    });
    this.#followClock(false);
    return peer;
  }

  #followClock(dropped: boolean) {
    if (this.clock.follow(this.peers, dropped)) this.broadcast('clock', this.clock.view());
  }

  /**
   * Brings what a peer has begun to send to everyone else, and keeps account of when it really flows. Done once
   * everyone who can have it has a consumer of it.
   */
  async publish(peer: Peer, producer: PublishedProducer): Promise<void> {
    const { source } = producer.appData;
    this.recorder.produced();
    watchFlow(producer, (flowing) => {
      this.report({ type: flowing ? 'media.started' : 'media.stopped', ...about(peer), source });
    });
    const failed = (error: unknown) => {
      if (producer.closed) return;
      this.#options.logger.error({ err: error, roomCode: this.code, source }, 'producer not passed on');
    };
    if (source === 'microphone') {
      this.media()
        .then((media) => media.listenTo(producer))
        .catch(failed);
    }
    const others = this.peers.filter((other) => other !== peer);
    await Promise.all(
      others.map(async (other) => {
        const consuming = await other.media?.consume(producer).catch(failed);
        if (consuming?.fresh) other.send('newConsumer', { consumer: consuming.view });
      }),
    );
  }

  /** What the others send now. */
  producersFor(peer: Peer): PublishedProducer[] {
    return this.peers
      .filter((other) => other !== peer)
      .flatMap((other) => [...(other.media?.producers ?? [])]);
  }

  broadcast<N extends ServerEventName>(event: N, data: ServerEventData<N>, except?: Peer): void {
    for (const peer of this.peers) if (peer !== except) peer.send(event, data);
  }

  /** @param farewell what the pages are told; facts know `cancelled` as `ended`. */
  close(farewell: FarewellReason): void {
    this.#close(farewell === 'cancelled' ? 'ended' : farewell, farewell);
  }

  #close(reason: RoomEndReason, farewell: FarewellReason) {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#emptyTimer);
    const leaving = reason === 'stopped' ? 'stopped' : 'ended';
    // While packets still come its files end in order.
    this.recorder.close(reason !== 'stopped');
    for (const peer of this.peers) peer.close(leaving, { reason: farewell });
    for (const socket of this.door.waiting) socket.emit('closed', { reason: farewell });
    this.clock.close();
    this.#media.then(
      (media) => media.close(),
      () => undefined,
    );
    this.report({ type: 'room.ended', reason });
    this.emit('close', reason);
  }

  #closeWhenEmpty() {
    if (this.#closed || this.#peers.size > 0) return;
    this.#emptyTimer = setTimeout(() => this.#close('empty', 'ended'), this.#options.graceMs);
  }

  /** Tells a fact of this room. */
  report(fact: RoomlessFact) {
    this.#options.report({ ...fact, sessionId: this.#options.sessionId, roomCode: this.code });
  }
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type RoomlessFact = Without<FactDraft, 'sessionId' | 'roomCode'>;

/** Whom a fact is about. */
export const about = ({ id, claims }: Peer) => ({ userId: claims.sub, role: claims.role, peerId: id });
