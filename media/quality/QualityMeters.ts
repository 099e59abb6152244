import type { MeasuredQuality, PeerQuality, QualityReport } from '../contracts/quality.ts';
import type { Peer } from '../Peer.ts';
import { QualityMeter } from './QualityMeter.ts';

interface Options {
  tell: (quality: PeerQuality) => void;
  record: (peer: Peer, quality: MeasuredQuality) => void;
}

/** So often figures are told that moved while the level stayed; beyond this many people only levels are told. */
const figuresEveryMs = 10_000;
const figuresUpTo = 12;

/** How everyone in a room is connected: what pages measure, judged, told when it changes, and kept for the record. */
export class QualityMeters {
  readonly #options: Options;
  readonly #of = new Map<string, QualityMeter>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Of everyone of whom something is known. */
  get all(): PeerQuality[] {
    return [...this.#of.values()].flatMap((meter) => meter.view ?? []);
  }

  follow(peer: Peer): void {
    const meter = new QualityMeter(peer.id, Date.now(), (quality) => {
      this.#options.record(peer, quality);
    });
    this.#of.set(peer.id, meter);
    const look = () => {
      if (meter.setAway(!peer.connected, Date.now())) this.#tell(meter);
    };
    // Its socket may be gone already.
    look();
    peer.on('change', look);
    peer.once('close', () => {
      this.#of.delete(peer.id);
      meter.close(Date.now());
    });
  }

  /** @param heldBack whether the node sends this page less than it shows because no more gets through. */
  take(peerId: string, report: QualityReport, heldBack: boolean): void {
    const meter = this.#of.get(peerId);
    if (!meter) return;
    const now = Date.now();
    const changed = meter.take(report, (id) => this.#of.get(id)?.uplink, heldBack, now);
    const figures = this.#of.size <= figuresUpTo && now - meter.toldAt >= figuresEveryMs;
    if (changed || figures) this.#tell(meter);
  }

  #tell(meter: QualityMeter) {
    const news = meter.news(Date.now());
    if (news) this.#options.tell(news);
  }
}
