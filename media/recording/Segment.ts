import { randomUUID } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentHead } from '../contracts/recording.ts';
import type { Router } from '../mediasoup.ts';
import type { PublishedProducer } from '../PeerMedia.ts';
import { describeTrack } from './describeTrack.ts';
import { openTap, type Tap } from './openTap.ts';
import type { SfuClock } from './SfuClock.ts';
import { type RunningFfmpeg, startFfmpeg } from './startFfmpeg.ts';
import { TrackClock } from './TrackClock.ts';

export interface SegmentOptions {
  ffmpeg: string;
  folder: string;
  router: Router;
  producer: PublishedProducer;
  head: Omit<SegmentHead, 'segmentId' | 'kind' | 'codec'>;
  clock: SfuClock;
}

/** One unbroken stretch of a track on its way into one file. */
export class Segment {
  readonly head: SegmentHead;
  readonly ended: Promise<void>;
  readonly #journal: string;
  readonly #process: RunningFfmpeg;
  readonly #tap: Tap;
  #writing = Promise.resolve();

  /** @returns nothing when FFmpeg cannot read the codec. @throws Error when something closed or died meanwhile. */
  static async open({ ffmpeg, folder, router, producer, head, clock }: SegmentOptions) {
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
      const segment = new Segment(whole, file, running, tap, clock);
      if (tap.consumer.closed) throw new Error('the track closed while its recording began');
      await tap.consumer.resume();
      return segment;
    } catch (error) {
      tap.close();
      await running?.stop();
      throw error;
    }
  }

  private constructor(head: SegmentHead, file: string, running: RunningFfmpeg, tap: Tap, clock: SfuClock) {
    const { consumer } = tap;
    this.head = head;
    this.#journal = file.replace(/mkv$/, 'jsonl');
    this.#process = running;
    this.#tap = tap;
    this.#note(head);
    this.ended = running.ended.then(() => tap.close());
    const track = new TrackClock(consumer.rtpParameters.codecs[0]!.clockRate, clock);
    tap.events.on('first', (timestamp) => this.#note(track.begin(timestamp)));
    tap.events.on('report', (report) => this.#note(track.report(report)));
    consumer.observer.once('close', () => void this.stop());
  }

  #note(line: object | undefined): void {
    if (!line) return;
    // After one that found no room on the disk, too.
    this.#writing = this.#writing
      .then(() => appendFile(this.#journal, `${JSON.stringify(line)}\n`))
      .catch(() => undefined);
  }

  /** Resolves when its file is whole. */
  async stop(): Promise<void> {
    // While packets still come it ends at once, and in order.
    await this.#process.stop();
    this.#tap.close();
    await this.#writing;
  }
}
