import type { Logger } from '../../config/logger.ts';
import { Segment, type SegmentOptions } from './Segment.ts';

const longestBackOffMs = 5_000;
/** A segment that lived this long owes nothing to earlier failures. */
const healthyAfterMs = 10_000;

interface TrackRecordingOptions extends SegmentOptions {
  onSegment: (segment: Segment) => void;
  logger: Logger;
}

/** Keeps one producer recorded until it closes or it is told to stop, in a new segment after each failure. */
export class TrackRecording {
  readonly #options: TrackRecordingOptions;
  readonly #stopped = Promise.withResolvers<void>();
  readonly #running: Promise<void>;
  #isStopped = false;

  constructor(options: TrackRecordingOptions) {
    this.#options = options;
    options.producer.observer.once('close', () => void this.stop());
    this.#running = this.#run();
  }

  /** Resolves when all of it is on disk. */
  stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopped.resolve();
    return this.#running;
  }

  async #run(): Promise<void> {
    for (let failures = 0; this.#wanted; failures += 1) {
      if (failures > 1) await this.#pause(Math.min(100 * 2 ** failures, longestBackOffMs));
      if (!this.#wanted) return;
      const since = performance.now();
      try {
        if (!(await this.#record())) return;
      } catch (error) {
        if (this.#wanted)
          this.#options.logger.warn({ err: error, ...this.#names }, 'a track is not recorded; once more');
      }
      if (performance.now() - since > healthyAfterMs) failures = 0;
    }
  }

  /** @returns whether to go on in another segment */
  async #record(): Promise<boolean> {
    const segment = await Segment.open(this.#options);
    if (!segment) {
      this.#options.logger.error(this.#names, 'a track is in a codec that cannot be recorded');
      return false;
    }
    this.#options.onSegment(segment);
    await Promise.race([segment.ended, this.#stopped.promise]);
    await segment.stop();
    if (this.#wanted)
      this.#options.logger.warn(this.#names, 'FFmpeg ended; recording goes on in a new segment');
    return true;
  }

  get #wanted(): boolean {
    return !this.#isStopped && !this.#options.producer.closed && !this.#options.router.closed;
  }

  get #names() {
    const { head } = this.#options;
    return { recordingId: head.recordingId, source: head.source, userId: head.userId };
  }

  #pause(timeMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeMs);
      void this.#stopped.promise.then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
