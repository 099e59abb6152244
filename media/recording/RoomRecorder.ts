import { randomUUID } from 'node:crypto';
import type { Logger } from '../../config/logger.ts';
import type { KeptRecording, RecordingTurn, RecordingView } from '../contracts/recording.ts';
import type { Router } from '../mediasoup.ts';
import type { Peer } from '../Peer.ts';
import type { PublishedProducer } from '../PeerMedia.ts';
import type { Room } from '../Room.ts';
import { SignallingError } from '../SignallingError.ts';
import type { RoomStore } from '../RoomStore.ts';
import { SfuClock } from './SfuClock.ts';
import { TrackRecording } from './TrackRecording.ts';

export interface Recorders {
  /** FFmpeg; null where there is none: nothing can be recorded. */
  ffmpeg: string | null;
  folder: string;
  store: RoomStore<KeptRecording>;
  logger: Logger;
}

/** Of CLOCK_MONOTONIC. */
const steadyMs = () => Number(process.hrtime.bigint()) / 1e6;

/**
 * Records a room: every track of everybody who agreed to it goes into files of its own while it is on (ROOM-12). It is
 * told of each producer, so that a new router, a drop and media that is opened anew need nothing else.
 */
export class RoomRecorder {
  readonly #room: Room;
  readonly #recorders: Recorders;
  readonly #agreed = new Map<string, boolean>();
  readonly #tracks = new Map<PublishedProducer, TrackRecording>();
  /** When (ms since the epoch) the steady clock was 0. Read once: nothing may jump with the wall clock. */
  readonly #epochMs = Date.now() - steadyMs();
  /** Of the routers' workers. */
  readonly #clocks = new WeakMap<Router, SfuClock>();
  #kept: KeptRecording | undefined;

  /** @param kept where the room's last node left it: it goes on from there */
  constructor(room: Room, recorders: Recorders, kept: KeptRecording | undefined) {
    this.#room = room;
    this.#recorders = recorders;
    this.#kept = kept;
  }

  view(): RecordingView {
    return {
      available: this.#recorders.ffmpeg !== null,
      state: this.#kept?.state ?? 'off',
      by: this.#kept?.by ?? null,
    };
  }

  /** Whether someone said that they may be recorded. */
  agreed(userId: string): boolean {
    return this.#agreed.get(userId) ?? false;
  }

  /** What someone said of being recorded holds from now on, and stays as a fact. */
  agree(peer: Peer, agreed: boolean): void {
    const { sub: userId, role } = peer.claims;
    if (this.#agreed.get(userId) === agreed) return;
    this.#agreed.set(userId, agreed);
    this.#room.report({ type: 'recording.consent', userId, role, peerId: peer.id, agreed });
    void this.#follow();
  }

  /** @throws SignallingError `media_unavailable` where there is no FFmpeg; `bad_request` for what cannot follow. */
  turn(peer: Peer, to: RecordingTurn): void {
    const { ffmpeg, store } = this.#recorders;
    const now = this.#kept?.state ?? 'off';
    if (to === now) return;
    if (to !== 'off' && ffmpeg === null)
      throw new SignallingError('media_unavailable', 'there is no FFmpeg here');
    if (to === 'paused' && now === 'off') throw new SignallingError('bad_request', 'nothing is recorded');
    const id = this.#kept?.id ?? randomUUID();
    // Who begins to record the lesson is in it.
    if (now === 'off') this.agree(peer, true);
    this.#kept = to === 'off' ? undefined : { id, state: to, by: this.#kept?.by ?? peer.claims.name };
    store.save(this.#room.code, this.#kept);
    this.#room.broadcast('recordingChanged', this.view());
    const fact = { type: 'recording.turned' as const, recordingId: id, to, byUserId: peer.claims.sub };
    this.#tell({ ...fact, turnedAt: this.#turnedAt() }, this.#follow());
  }

  /** Somebody sends something new. */
  produced(): void {
    if (this.#kept) void this.#follow();
  }

  /**
   * The room closes.
   * @param over whether the lesson is: else its next node goes on
   */
  close(over: boolean): void {
    const stopped = [...this.#tracks.values()].map((track) => track.stop());
    this.#tracks.clear();
    if (!over || !this.#kept) return;
    const fact = { type: 'recording.turned' as const, recordingId: this.#kept.id, to: 'off' as const };
    this.#tell({ ...fact, byUserId: null, turnedAt: this.#turnedAt() }, stopped);
    this.#kept = undefined;
    this.#recorders.store.save(this.#room.code, undefined);
  }

  #now(): number {
    return this.#epochMs + steadyMs();
  }

  #clockOf(router: Router): SfuClock {
    const clock = this.#clocks.get(router) ?? new SfuClock(() => this.#now());
    this.#clocks.set(router, clock);
    return clock;
  }

  #turnedAt(): string {
    return new Date(this.#now()).toISOString();
  }

  /** A recording that is over is told of once its files are whole: it is composed then. */
  #tell(fact: Parameters<Room['report']>[0], stopped: Promise<void>[]): void {
    if (stopped.length === 0) return this.#room.report(fact);
    void Promise.allSettled(stopped).then(() => this.#room.report(fact));
  }

  /** @returns what ends by it */
  #follow(): Promise<void>[] {
    const stopped: Promise<void>[] = [];
    const recordingId = this.#kept?.state === 'on' ? this.#kept.id : undefined;
    for (const [producer, track] of this.#tracks) {
      const userId = this.#room.peer(producer.appData.peerId)?.claims.sub;
      if (recordingId && userId && this.agreed(userId) && !producer.closed) continue;
      this.#tracks.delete(producer);
      stopped.push(track.stop());
    }
    if (!recordingId || this.#recorders.ffmpeg === null || this.#room.closed) return stopped;
    for (const peer of this.#room.peers) {
      if (!this.agreed(peer.claims.sub)) continue;
      for (const producer of peer.media?.producers ?? []) this.#record(peer, producer, recordingId);
    }
    return stopped;
  }

  #record(peer: Peer, producer: PublishedProducer, recordingId: string): void {
    const router = peer.media?.router;
    const { ffmpeg, folder, logger } = this.#recorders;
    if (!router || producer.closed || ffmpeg === null || this.#tracks.has(producer)) return;
    const track = this.#open({ peer, producer, recordingId, router, ffmpeg, folder, logger });
    this.#tracks.set(producer, track);
    producer.observer.once('close', () => void track.stop().then(() => this.#tracks.delete(producer)));
  }

  #open({
    peer: { id: peerId, claims },
    producer,
    recordingId,
    ...more
  }: {
    peer: Peer;
    producer: PublishedProducer;
    recordingId: string;
    router: Router;
    ffmpeg: string;
    folder: string;
    logger: Logger;
  }): TrackRecording {
    const { sub: userId, role } = claims;
    const { source } = producer.appData;
    return new TrackRecording({
      ...more,
      ...{ producer, clock: this.#clockOf(more.router) },
      head: { recordingId, userId, role, source },
      onSegment: ({ head: { segmentId } }) =>
        this.#room.report({
          type: 'recording.segment',
          recordingId,
          segmentId,
          userId,
          role,
          peerId,
          source,
        }),
    });
  }
}
