import type { MeasuredQuality, MediaWay, QualityLevel } from '../contracts/quality.ts';
import type { ConnectionFigures } from './rateConnection.ts';

/** A page that has not reported for so long is asleep, and nothing is known of its connection. */
const staleMs = 15_000;

/** What was measured of one person's connection since it was last taken away to be told. */
export class QualityRecord {
  #from: number;
  /** Up to here the time is counted. */
  #counted: number;
  #level: QualityLevel | undefined;
  #reportedAt: number;
  #ms = { good: 0, fair: 0, poor: 0, lost: 0 };
  readonly #scores = new Extremes();
  readonly #lost = new Extremes();
  readonly #roundTrips = new Extremes();
  #way: MediaWay | null = null;

  /** @param now milliseconds since the epoch, as everywhere here. */
  constructor(now: number) {
    this.#from = now;
    this.#counted = now;
    this.#reportedAt = now;
  }

  /** Since when it counts. */
  get from(): number {
    return this.#from;
  }

  /** From now on the connection is at this level; undefined while that is unknown. */
  setLevel(level: QualityLevel | undefined, now: number): void {
    this.#count(now);
    this.#level = level;
  }

  add(figures: ConnectionFigures, score: number, way: MediaWay | null, now: number): void {
    this.#count(now);
    this.#reportedAt = now;
    this.#scores.add(score);
    this.#lost.add(figures.lostShare);
    if (figures.roundTripMs > 0) this.#roundTrips.add(figures.roundTripMs);
    this.#way = way ?? this.#way;
  }

  /** Takes what there is, and begins anew; nothing when nothing was measured. */
  take(now: number): MeasuredQuality | undefined {
    this.#count(now);
    const ms = this.#ms;
    const { average, highest, lowest } = this.#scores;
    const taken: MeasuredQuality = {
      from: new Date(this.#from).toISOString(),
      seconds: { good: ms.good / 1e3, fair: ms.fair / 1e3, poor: ms.poor / 1e3, lost: ms.lost / 1e3 },
      score: highest === undefined ? null : { average, lowest },
      lostShare: this.#lost.figures,
      roundTripMs: this.#roundTrips.figures,
      way: this.#way,
    };
    this.#from = now;
    this.#ms = { good: 0, fair: 0, poor: 0, lost: 0 };
    for (const extremes of [this.#scores, this.#lost, this.#roundTrips]) extremes.clear();
    return Object.values(ms).some((each) => each > 0) ? taken : undefined;
  }

  #count(now: number) {
    const known = this.#level === 'lost' ? now : Math.min(now, this.#reportedAt + staleMs);
    if (this.#level) this.#ms[this.#level] += Math.max(0, known - this.#counted);
    this.#counted = now;
  }
}

class Extremes {
  #sum = 0;
  #count = 0;
  highest: number | undefined;
  lowest = 0;

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
    this.lowest = this.highest === undefined ? value : Math.min(this.lowest, value);
    this.highest = Math.max(this.highest ?? value, value);
  }

  get average(): number {
    return this.#count === 0 ? 0 : this.#sum / this.#count;
  }

  get figures(): { average: number; highest: number } | null {
    return this.highest === undefined ? null : { average: this.average, highest: this.highest };
  }

  clear(): void {
    this.#sum = 0;
    this.#count = 0;
    this.highest = undefined;
  }
}
