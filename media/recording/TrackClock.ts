import type { ClockAnchor } from '../contracts/recording.ts';

const wrap = 2 ** 32;

/** Ties the RTP clock of one track to the node's clock, by samples of its packets as they pass. */
export class TrackClock {
  readonly #clockRate: number;
  #first: number | undefined;
  #last = 0;
  #sample: { fileMs: number; delayMs: number; packets: number } | undefined;

  constructor(clockRate: number) {
    this.#clockRate = clockRate;
  }

  /**
   * A packet passed. FFmpeg counts a file's time from the first packet that it is sent.
   * @param timestamp of RTP; it wraps around after hours (RFC 3550, 5.1)
   * @param wallMs when it passed, in ms since the epoch
   * @returns the very first one's anchor, at once
   */
  pass(timestamp: number, wallMs: number): ClockAnchor | undefined {
    const isFirst = this.#first === undefined;
    this.#first ??= timestamp;
    const ahead = (timestamp - this.#first - this.#last + 2 * wrap) % wrap;
    const ticks = this.#last + (ahead < wrap / 2 ? ahead : ahead - wrap);
    this.#last = Math.max(this.#last, ticks);
    const fileMs = (ticks / this.#clockRate) * 1000;
    const delayMs = wallMs - fileMs;
    const { fileMs: from = fileMs, delayMs: least = delayMs, packets = 0 } = this.#sample ?? {};
    // A packet may be late, never early: the least delayed one tells best.
    this.#sample = {
      fileMs: Math.min(from, fileMs),
      delayMs: Math.min(least, delayMs),
      packets: packets + 1,
    };
    return isFirst ? { fileMs, wallMs } : undefined;
  }

  get sampled(): number {
    return this.#sample?.packets ?? 0;
  }

  /** What the packets since the last call say. */
  takeAnchor(): ClockAnchor | undefined {
    const sample = this.#sample;
    this.#sample = undefined;
    return sample && { fileMs: sample.fileMs, wallMs: sample.fileMs + sample.delayMs };
  }
}
