import type { ClockAnchor } from '../contracts/recording.ts';
import type { SenderReport } from './senderReport.ts';
import type { SfuClock } from './SfuClock.ts';

/**
 * Ties the RTP clock of one track to the node's clock, by the reports that the SFU sends with it. They tell when something
 * was taken, not when it came: pictures take longer to be encoded than sound, and on a busy machine much longer.
 */
export class TrackClock {
  readonly #clockRate: number;
  readonly #sfu: SfuClock;
  #first: number | undefined;
  #last = 0;

  constructor(clockRate: number, sfu: SfuClock) {
    this.#clockRate = clockRate;
    this.#sfu = sfu;
  }

  /** The first packet passes: its file's time begins. @param timestamp of RTP */
  begin(timestamp: number): ClockAnchor {
    this.#first = timestamp;
    return { fileMs: 0, wallMs: this.#sfu.now() };
  }

  /** A report passes. @returns nothing before the file's time has begun */
  report({ timestamp, ntpMs }: SenderReport): ClockAnchor | undefined {
    const wallMs = this.#sfu.toNode(ntpMs);
    if (this.#first === undefined) return undefined;
    return { fileMs: (this.#unwrap(timestamp, this.#first) / this.#clockRate) * 1000, wallMs };
  }

  /** @returns ticks since the first packet; RTP's timestamp wraps around after hours (RFC 3550, 5.1) */
  #unwrap(timestamp: number, first: number): number {
    const ticks = this.#last + ((timestamp - first - this.#last) | 0);
    this.#last = Math.max(this.#last, ticks);
    return ticks;
  }
}
