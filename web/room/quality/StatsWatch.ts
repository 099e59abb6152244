import type { MediaSource } from '../../../media/contracts/facts.ts';
import type { RoomClient } from '../RoomClient.ts';
import { compareStats, type Figures } from './compareStats.ts';
import { readStats, type Snapshot, type TrackOwner } from './readStats.ts';
import { reportOf } from './reportOf.ts';

type Options = {
  ownerOf: (trackId: string) => TrackOwner | undefined;
  /** @param heldBack whether the node said that less gets through to this page than it shows. */
  onLook: (figures: Figures, heldBack: boolean) => void;
};

const lookEveryMs = 2_000;
/** Every second look is told to the node. */
const looksPerReport = 2;
/** A stream begins small and grows: before this it is not held back, it has only begun. */
const settledMs = 12_000;

/** Looks at this page's statistics every two seconds, and tells the node what it needs to judge this line. */
export class StatsWatch {
  readonly #client: RoomClient;
  readonly #options: Options;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #firstSeen = new Map<string, number>();
  #snapshots: Snapshot[] = [];
  #looking = false;
  #looks = 0;
  #heldBack = false;
  #reporting = false;
  #begunAtMs = performance.now();

  constructor(client: RoomClient, options: Options) {
    this.#client = client;
    this.#options = options;
    this.#timer = setInterval(() => void this.#look(), lookEveryMs);
  }

  /** What is sent changes by wish: what grows now has only begun. */
  beginAnew(): void {
    this.#firstSeen.clear();
    this.#begunAtMs = performance.now();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const reports = await this.#client.getStats().catch(() => undefined);
    this.#looking = false;
    if (!reports || this.#client.state === 'closed') return;
    const owners = { received: this.#options.ownerOf, sent: (id: string) => this.#sourceOf(id) };
    const now = readStats(reports, owners, performance.now());
    const before = this.#snapshots.at(-1);
    this.#snapshots = [...this.#snapshots, now].slice(-looksPerReport - 1);
    if (!before) return;
    const heldBack = this.#heldBack && now.atMs - this.#begunAtMs >= settledMs;
    this.#options.onLook(this.#settled(now, compareStats(before, now)), heldBack);
    this.#looks += 1;
    if (this.#looks % looksPerReport === 0) void this.#report(now);
  }

  async #report(now: Snapshot): Promise<void> {
    const [before] = this.#snapshots;
    // One that waits through a drop would tell of another time.
    if (!before || this.#reporting || this.#client.state !== 'connected') return;
    this.#reporting = true;
    const figures = this.#settled(now, compareStats(before, now));
    const report = reportOf(figures, (peerId) => this.#client.asksFor(peerId, 'camera'));
    // One that is lost on the way is made up for by the next.
    const answer = await this.#client.ask('reportQuality', report).catch(() => undefined);
    this.#reporting = false;
    this.#heldBack = answer?.heldBack ?? false;
  }

  /** Leaves out what only shows that streams have just begun: they start small, and in jerks. */
  #settled(now: Snapshot, figures: Figures): Figures {
    for (const { id } of [...now.sent, ...now.received]) {
      if (!this.#firstSeen.has(id)) this.#firstSeen.set(id, now.atMs);
    }
    const isYoung = ({ id }: { id: string }) => now.atMs - (this.#firstSeen.get(id) ?? 0) < settledMs;
    const growing = now.sent.some((stream) => stream.source === 'camera' && isYoung(stream));
    const sent = figures.sent.map((stream) => ({ ...stream, limitedBy: 'none' as const }));
    const beginning = new Set(
      now.received.filter(isYoung).map(({ peerId, source }) => `${peerId}/${source}`),
    );
    const received = figures.received.map((stream) =>
      beginning.has(`${stream.peerId}/${stream.source}`) ? { ...stream, freezes: 0, frozenShare: 0 } : stream,
    );
    return growing ? { ...figures, received, sent, heldBackShare: 0 } : { ...figures, received };
  }

  #sourceOf(trackId: string): MediaSource | undefined {
    const tracks = this.#client.localTracks;
    const sources = Object.keys(tracks) as MediaSource[];
    return sources.find((source) => tracks[source]?.track.id === trackId);
  }
}
