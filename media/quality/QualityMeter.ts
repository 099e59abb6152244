import type { MeasuredQuality, PeerQuality, QualityReport } from '../contracts/quality.ts';
import { ownFigures, type Uplink } from './ownFigures.ts';
import { QualityRecord } from './QualityRecord.ts';
import { type ConnectionFigures, rateConnection } from './rateConnection.ts';
import { type Settled, settleLevel } from './settleLevel.ts';

/** A stretch of the record is told when it is this long. */
const recordMs = 60_000;
/** Every stream begins small and grows: only what stays held back tells of the line. */
const heldBackReports = 3;

/** How one person is connected: judged from what their page measures, and `lost` while their socket is away. */
export class QualityMeter {
  readonly #peerId: string;
  readonly #record: QualityRecord;
  readonly #onRecord: (quality: MeasuredQuality) => void;
  #settled: Settled | undefined;
  #figures: ConnectionFigures | undefined;
  #away = false;
  #told: string | undefined;
  #toldAt = 0;
  #uplink: Uplink | undefined;
  /** So many reports in a row were held back. */
  #heldBack = 0;

  constructor(peerId: string, now: number, onRecord: (quality: MeasuredQuality) => void) {
    this.#peerId = peerId;
    this.#record = new QualityRecord(now);
    this.#onRecord = onRecord;
  }

  /** Of who is away nothing comes, and that is not the receivers' fault. */
  get uplink(): Uplink | undefined {
    return this.#away ? { lostShare: 1, heldBackShare: 1 } : this.#uplink;
  }

  get toldAt(): number {
    return this.#toldAt;
  }

  /** What people see; nothing while nothing is known. */
  get view(): PeerQuality | undefined {
    const unknown = { score: null, lostPercent: null, roundTripMs: null };
    if (this.#away) return { peerId: this.#peerId, level: 'lost', ...unknown };
    if (!this.#settled || !this.#figures) return undefined;
    const { lostShare, roundTripMs } = this.#figures;
    return {
      peerId: this.#peerId,
      level: this.#settled.level,
      score: Math.round(this.#settled.score * 10) / 10,
      lostPercent: Math.round(lostShare * 100),
      roundTripMs: Math.round(roundTripMs / 10) * 10,
    };
  }

  /** @returns whether the level that people see is another one now. */
  take(
    report: QualityReport,
    uplinkOf: (peerId: string) => Uplink | undefined,
    heldBack: boolean,
    now: number,
  ): boolean {
    const { send, heldBackShare } = report;
    this.#heldBack = heldBack ? this.#heldBack + 1 : 0;
    this.#uplink = send ? { lostShare: send.lostShare, heldBackShare } : undefined;
    const figures = ownFigures(report, uplinkOf, this.#heldBack >= heldBackReports);
    if (!figures) return false;
    const score = rateConnection(figures);
    const before = this.#settled?.level;
    this.#figures = figures;
    this.#settled = settleLevel(this.#settled, score);
    this.#record.add(figures, score, report.way, now);
    this.#setLevel(now);
    return before !== this.#settled.level;
  }

  /** @returns whether that is news. */
  setAway(away: boolean, now: number): boolean {
    if (away === this.#away) return false;
    this.#away = away;
    this.#setLevel(now);
    return true;
  }

  /** What people see, unless it is what they were told last. */
  news(now: number): PeerQuality | undefined {
    const { view } = this;
    const text = JSON.stringify(view);
    if (!view || text === this.#told) return undefined;
    this.#told = text;
    this.#toldAt = now;
    return view;
  }

  close(now: number): void {
    this.#flush(now);
  }

  #setLevel(now: number) {
    this.#record.setLevel(this.#away ? 'lost' : this.#settled?.level, now);
    if (now - this.#record.from >= recordMs) this.#flush(now);
  }

  #flush(now: number) {
    const taken = this.#record.take(now);
    if (taken) this.#onRecord(taken);
  }
}
