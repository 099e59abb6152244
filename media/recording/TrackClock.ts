import type { ClockAnchor } from '../contracts/recording.ts';
import type { SenderReport } from './senderReport.ts';

/** More than a late packet makes of it: the sender's clock stood still meanwhile, and what follows is told apart. */
const jumpMs = 120;

/**
 * Ties the RTP clock of one track to the node's clock, by the reports that the SFU sends with it. They tell when something
 * was taken, not when it came: pictures take longer to be encoded than sound, and on a busy machine much longer.
 */
export class TrackClock {
  readonly #clockRate: number;
  #first: number | undefined;
  #last = 0;
  /** From the SFU's clock to the node's; what comes through this machine may be late, never early. */
  #offsetMs = Infinity;
  #sample: { fileMs: number; delayMs: number } | undefined;

  constructor(clockRate: number) {
    this.#clockRate = clockRate;
  }

  /**
   * The first packet passed: its file's time begins.
   * @param timestamp of RTP
   * @param wallMs when it passed, in ms since the epoch
   */
  begin(timestamp: number, wallMs: number): ClockAnchor {
    this.#first = timestamp;
    return { fileMs: 0, wallMs };
  }

  /**
   * @param report of the SFU
   * @param wallMs when it came, in ms since the epoch
   * @returns what those before it said, when it says something else
   */
  report({ timestamp, ntpMs }: SenderReport, wallMs: number): ClockAnchor | undefined {
    if (this.#first === undefined) return undefined;
    this.#offsetMs = Math.min(this.#offsetMs, wallMs - ntpMs);
    const fileMs = (this.#unwrap(timestamp) / this.#clockRate) * 1000;
    const delayMs = ntpMs + this.#offsetMs - fileMs;
    const isOther = this.#sample && Math.abs(delayMs - this.#sample.delayMs) > jumpMs;
    const before = isOther ? this.takeAnchor() : undefined;
    this.#sample = {
      fileMs: this.#sample?.fileMs ?? fileMs,
      delayMs: Math.min(this.#sample?.delayMs ?? delayMs, delayMs),
    };
    return before;
  }

  /** What the reports since the last call say. */
  takeAnchor(): ClockAnchor | undefined {
    const sample = this.#sample;
    this.#sample = undefined;
    return sample && { fileMs: sample.fileMs, wallMs: sample.fileMs + sample.delayMs };
  }

  /** @returns ticks since the first packet; RTP's timestamp wraps around after hours (RFC 3550, 5.1) */
  #unwrap(timestamp: number): number {
    const ticks = this.#last + ((timestamp - (this.#first ?? 0) - this.#last) | 0);
    this.#last = Math.max(this.#last, ticks);
    return ticks;
  }
}
