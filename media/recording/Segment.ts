import { randomUUID } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentHead } from '../contracts/recording.ts';
import type { Consumer, Router } from '../mediasoup.ts';
import type { PublishedProducer } from '../PeerMedia.ts';
import { describeTrack } from './describeTrack.ts';
import { openTap, type Tap } from './openTap.ts';
import { type RunningFfmpeg, startFfmpeg } from './startFfmpeg.ts';
import { TrackClock } from './TrackClock.ts';

/** The track's clock is looked at so often, for so many packets. */
const sampleEveryMs = 10_000;
const samplePackets = 40;
/** What is sent next to nothing of still gives its word. */
const sampleWithinMs = 2_000;

/** The least of mediasoup's description of a traced packet (flatbuffers, `FBS.Consumer.RtpTraceInfo`). */
type TracedPacket = { rtpPacket?: { timestamp: number } | null };

export interface SegmentOptions {
  ffmpeg: string;
  folder: string;
  router: Router;
  producer: PublishedProducer;
  head: Omit<SegmentHead, 'segmentId' | 'kind' | 'codec'>;
  /** Milliseconds since the epoch at which the clock of mediasoup's workers (CLOCK_MONOTONIC) was 0. */
  epochMs: number;
}

/** One unbroken stretch of a track on its way into one file. */
export class Segment {
  readonly head: SegmentHead;
  readonly ended: Promise<void>;
  readonly #journal: string;
  readonly #process: RunningFfmpeg;
  readonly #tap: Tap;
  readonly #clock: TrackClock;
  readonly #timer: NodeJS.Timeout;
  #writing = Promise.resolve();
  #sampling: NodeJS.Timeout | undefined;

  /** @returns nothing when FFmpeg cannot read the codec. @throws Error when something closed or died meanwhile. */
  static async open({ ffmpeg, folder, router, producer, head, epochMs }: SegmentOptions) {
    const place = join(folder, head.recordingId);
    await mkdir(place, { recursive: true });
    const tap = await openTap(router, producer);
    let running: RunningFfmpeg | undefined;
    try {
      const { kind, rtpParameters } = tap.consumer;
      const sdp = describeTrack(rtpParameters, tap.port);
      if (!sdp) return void tap.close();
      const codec = rtpParameters.codecs[0]!.mimeType;
      const whole: SegmentHead = { ...head, segmentId: randomUUID(), kind, codec };
      const file = join(place, `${whole.segmentId}.mkv`);
      running = await startFfmpeg(ffmpeg, { sdp, port: tap.port, file });
      const segment = new Segment(whole, file, running, tap, epochMs);
      await segment.#begin();
      return segment;
    } catch (error) {
      tap.close();
      await running?.stop();
      throw error;
    }
  }

  private constructor(head: SegmentHead, file: string, running: RunningFfmpeg, tap: Tap, epochMs: number) {
    const { consumer } = tap;
    this.head = head;
    this.#journal = file.replace(/mkv$/, 'jsonl');
    this.#process = running;
    this.#tap = tap;
    this.#clock = new TrackClock(consumer.rtpParameters.codecs[0]!.clockRate);
    this.#note(head);
    this.ended = running.ended.then(() => {
      tap.close();
      clearInterval(this.#timer);
    });
    consumer.on('trace', ({ type, timestamp, info }) => {
      const packet = (info as TracedPacket | undefined)?.rtpPacket;
      if (type === 'rtp' && packet) this.#pass(packet.timestamp, timestamp + epochMs);
    });
    // The sender's clock may have stood still: what came before tells nothing of what comes now.
    consumer.on('producerresume', () => {
      if (this.#sampling) this.#endSample();
      this.#sample();
    });
    consumer.observer.once('close', () => void this.stop());
    this.#timer = setInterval(() => this.#sample(), sampleEveryMs);
  }

  get #consumer(): Consumer {
    return this.#tap.consumer;
  }

  /** The first packet that FFmpeg gets is seen here too; mediasoup asks for a key frame. */
  async #begin(): Promise<void> {
    await this.#consumer.enableTraceEvent(['rtp']);
    this.#sampling = setTimeout(() => this.#endSample(), sampleWithinMs);
    if (this.#consumer.closed) throw new Error('the track closed while its recording began');
    await this.#consumer.resume();
  }

  #sample(): void {
    if (this.#sampling || this.#consumer.closed || this.#consumer.producerPaused) return;
    this.#sampling = setTimeout(() => this.#endSample(), sampleWithinMs);
    this.#consumer.enableTraceEvent(['rtp']).catch(() => undefined);
  }

  #pass(timestamp: number, wallMs: number): void {
    const first = this.#clock.pass(timestamp, wallMs);
    if (first) this.#note(first);
    if (this.#clock.sampled >= samplePackets) this.#endSample();
  }

  #endSample(): void {
    clearTimeout(this.#sampling);
    this.#sampling = undefined;
    const anchor = this.#clock.takeAnchor();
    if (anchor) this.#note(anchor);
    if (!this.#consumer.closed) this.#consumer.enableTraceEvent([]).catch(() => undefined);
  }

  #note(line: object): void {
    // After one that found no room on the disk, too.
    this.#writing = this.#writing
      .then(() => appendFile(this.#journal, `${JSON.stringify(line)}\n`))
      .catch(() => undefined);
  }

  /** Resolves when its file is whole. */
  async stop(): Promise<void> {
    if (this.#sampling) this.#endSample();
    clearInterval(this.#timer);
    // While packets still come it ends at once, and in order.
    await this.#process.stop();
    this.#tap.close();
    await this.#writing;
  }
}
