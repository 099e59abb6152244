import type { MediaSource } from '../../../media/contracts/facts.ts';
import type { MediaWay } from '../../../media/contracts/quality.ts';

export type Kind = 'audio' | 'video';
/** Whose a track is: of which person (this page's own: undefined), and from where. */
export type TrackOwner = { peerId: string; source: MediaSource };

type Stream = {
  /** The entry's own id: counters of another one are not to be compared with these. */
  id: string;
  kind: Kind;
  source: MediaSource;
  codec: string | undefined;
  bytes: number;
  packets: number;
  lost: number;
  jitterMs: number | undefined;
  width: number | undefined;
  height: number | undefined;
  framesPerSecond: number | undefined;
};
export type SentStream = Stream & {
  rid: string | undefined;
  /** Why the picture is smaller than it could be (webrtc-stats, qualityLimitationReason). */
  limitedBy: 'none' | 'cpu' | 'bandwidth' | 'other';
  limitedSeconds: number;
};
export type ReceivedStream = Stream & {
  peerId: string;
  frames: number;
  freezes: number;
  frozenSeconds: number;
};
/** Counters of this page's media at one moment. */
export type Snapshot = {
  atMs: number;
  way: MediaWay | null;
  roundTripMs: number | null;
  sent: SentStream[];
  received: ReceivedStream[];
};

/** An entry of a report; the browsers' types do not know all members of it. */
type Entry = Record<string, unknown> & { id: string; type: string };

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

type Reports = { send: RTCStatsReport | undefined; receive: RTCStatsReport | undefined };
type Owners = {
  received: (trackId: string) => TrackOwner | undefined;
  sent: (trackId: string) => MediaSource | undefined;
};

/** Reads both directions' statistics (W3C webrtc-stats). Streams of unknown tracks (bandwidth probes) are left out. */
export function readStats({ send, receive }: Reports, owners: Owners, atMs: number): Snapshot {
  const [sending, receiving] = [entriesOf(send), entriesOf(receive)];
  const pairs = [chosenPair(receiving), chosenPair(sending)].filter((pair) => pair !== undefined);
  const roundTrips = pairs.flatMap(({ roundTripMs }) => roundTripMs ?? []);
  return {
    atMs,
    way: pairs[0]?.way ?? null,
    roundTripMs: roundTrips.length > 0 ? Math.max(...roundTrips) : null,
    sent: [...sending.values()].flatMap((entry) => sentStream(entry, sending, owners) ?? []),
    received: [...receiving.values()].flatMap((entry) => receivedStream(entry, receiving, owners) ?? []),
  };
}

const entriesOf = (report: RTCStatsReport | undefined) =>
  (report ?? new Map()) as unknown as ReadonlyMap<string, Entry>;

function sentStream(entry: Entry, all: ReadonlyMap<string, Entry>, owners: Owners): SentStream | undefined {
  if (entry.type !== 'outbound-rtp') return undefined;
  const track = textOf(all.get(textOf(entry.mediaSourceId) ?? '')?.trackIdentifier);
  const source = track === undefined ? undefined : owners.sent(track);
  if (!source) return undefined;
  const remote = all.get(textOf(entry.remoteId) ?? '');
  const limitedBy = (['cpu', 'bandwidth', 'other'] as const).find(
    (reason) => reason === entry.qualityLimitationReason,
  );
  const durations = entry.qualityLimitationDurations as Partial<Record<string, number>> | undefined;
  return {
    ...stream(entry, source, all),
    bytes: numberOf(entry.bytesSent) ?? 0,
    packets: numberOf(entry.packetsSent) ?? 0,
    lost: numberOf(remote?.packetsLost) ?? 0,
    jitterMs: inMs(remote?.jitter),
    rid: textOf(entry.rid),
    limitedBy: limitedBy ?? 'none',
    limitedSeconds: durations?.bandwidth ?? 0,
  };
}

function receivedStream(
  entry: Entry,
  all: ReadonlyMap<string, Entry>,
  owners: Owners,
): ReceivedStream | undefined {
  if (entry.type !== 'inbound-rtp') return undefined;
  const owner = owners.received(textOf(entry.trackIdentifier) ?? '');
  if (!owner) return undefined;
  return {
    ...stream(entry, owner.source, all),
    peerId: owner.peerId,
    bytes: numberOf(entry.bytesReceived) ?? 0,
    packets: numberOf(entry.packetsReceived) ?? 0,
    lost: numberOf(entry.packetsLost) ?? 0,
    jitterMs: inMs(entry.jitter),
    frames: numberOf(entry.framesDecoded) ?? 0,
    freezes: numberOf(entry.freezeCount) ?? 0,
    frozenSeconds: numberOf(entry.totalFreezesDuration) ?? 0,
  };
}

const stream = (entry: Entry, source: MediaSource, all: ReadonlyMap<string, Entry>) => {
  const kind: Kind = entry.kind === 'audio' ? 'audio' : 'video';
  return {
    ...{ id: entry.id, kind, source },
    codec: textOf(all.get(textOf(entry.codecId) ?? '')?.mimeType)?.split('/')[1],
    width: numberOf(entry.frameWidth),
    height: numberOf(entry.frameHeight),
    framesPerSecond: numberOf(entry.framesPerSecond),
  };
};

const inMs = (seconds: unknown) => (numberOf(seconds) === undefined ? undefined : Number(seconds) * 1_000);

/** The pair of addresses over which media goes: Safari and Chromium name it in the transport, Firefox marks it. */
function chosenPair(all: ReadonlyMap<string, Entry>) {
  const entries = [...all.values()];
  const named = textOf(entries.find(({ type }) => type === 'transport')?.selectedCandidatePairId);
  const pair =
    all.get(named ?? '') ??
    entries.find(({ type, selected }) => type === 'candidate-pair' && selected === true) ??
    entries.find(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  if (!pair) return undefined;
  const local = all.get(textOf(pair.localCandidateId) ?? '');
  const way: MediaWay = local?.candidateType === 'relay' ? 'turn' : local?.protocol === 'tcp' ? 'tcp' : 'udp';
  return { way, roundTripMs: inMs(pair.currentRoundTripTime) };
}
