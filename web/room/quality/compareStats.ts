import type { MediaSource } from '../../../media/contracts/facts.ts';
import type { MediaWay } from '../../../media/contracts/quality.ts';
import type { Kind, ReceivedStream, SentStream, Snapshot } from './readStats.ts';

export type StreamFigures = {
  source: MediaSource;
  kind: Kind;
  codec: string | undefined;
  /** Bit/s. */
  bitrate: number;
  width: number | undefined;
  height: number | undefined;
  framesPerSecond: number | undefined;
  packets: number;
  /** Null while no packet was due. */
  lostShare: number | null;
  jitterMs: number | null;
};
export type SentFigures = StreamFigures & { rid: string | undefined; limitedBy: SentStream['limitedBy'] };
export type ReceivedFigures = StreamFigures & {
  peerId: string;
  frames: number;
  freezes: number;
  frozenShare: number;
};
/** What this page's media did between two moments. */
export type Figures = {
  spanMs: number;
  way: MediaWay | null;
  roundTripMs: number | null;
  /** Bit/s of all streams. */
  sendBitrate: number;
  receiveBitrate: number;
  sent: SentFigures[];
  received: ReceivedFigures[];
  /** Share of the time in which the own camera was held back by the bandwidth. */
  heldBackShare: number;
};

/** @param before streams that it does not know began meanwhile: their counters count from nothing. */
export function compareStats(before: Snapshot, after: Snapshot): Figures {
  const spanMs = Math.max(1, after.atMs - before.atMs);
  const sentBefore = new Map(before.sent.map((stream) => [stream.id, stream]));
  const receivedBefore = new Map(before.received.map((stream) => [stream.id, stream]));
  const sent = after.sent.map((now) => ({
    ...figuresOf(now, sentBefore.get(now.id), spanMs),
    rid: now.rid,
    limitedBy: now.limitedBy,
  }));
  const received = after.received.map((now) => {
    const then = receivedBefore.get(now.id);
    return { ...figuresOf(now, then, spanMs), ...stillness(now, then, spanMs) };
  });
  return {
    ...{ spanMs, way: after.way, roundTripMs: after.roundTripMs, sent, received },
    sendBitrate: sum(sent.map(({ bitrate }) => bitrate)),
    receiveBitrate: sum(received.map(({ bitrate }) => bitrate)),
    heldBackShare: Math.max(
      0,
      ...after.sent
        .filter(({ source }) => source === 'camera')
        .map((now) => shareOf(now.limitedSeconds - (sentBefore.get(now.id)?.limitedSeconds ?? 0), spanMs)),
    ),
  };
}

function figuresOf(
  now: SentStream | ReceivedStream,
  then: SentStream | ReceivedStream | undefined,
  spanMs: number,
): StreamFigures {
  const { source, kind, codec, width, height, framesPerSecond, jitterMs } = now;
  // A duplicate makes the count of lost packets fall.
  const lost = Math.max(0, now.lost - (then?.lost ?? 0));
  const packets = Math.max(0, now.packets - (then?.packets ?? 0));
  // What was sent holds what was lost of it; what was received does not.
  const due = 'peerId' in now ? packets + lost : packets;
  return {
    ...{ source, kind, codec, width, height, framesPerSecond, packets, jitterMs: jitterMs ?? null },
    bitrate: (Math.max(0, now.bytes - (then?.bytes ?? 0)) * 8_000) / spanMs,
    lostShare: due > 0 ? Math.min(1, lost / due) : null,
  };
}

function stillness(now: ReceivedStream, then: ReceivedStream | undefined, spanMs: number) {
  return {
    peerId: now.peerId,
    frames: Math.max(0, now.frames - (then?.frames ?? 0)),
    freezes: Math.max(0, now.freezes - (then?.freezes ?? 0)),
    frozenShare: shareOf(now.frozenSeconds - (then?.frozenSeconds ?? 0), spanMs),
  };
}

const shareOf = (seconds: number, spanMs: number) => Math.min(1, Math.max(0, (seconds * 1_000) / spanMs));
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
