import type { QualityReport } from '../contracts/quality.ts';
import type { ConnectionFigures } from './rateConnection.ts';

/** What is known of the line on which someone's media comes to the node. */
export interface Uplink {
  lostShare: number;
  heldBackShare: number;
}

type Received = QualityReport['receive'][number];

/** A sender whose line is worse than this may be why their picture stands still. */
const sound = { lostShare: 0.02, heldBackShare: 0.25 } as const;

/**
 * One person's own line, from what their page measured: a packet that a sender's line lost is missing here too, so that
 * the sender's loss is taken out, and who is received best shows what the own line does.
 * @param uplinkOf what is known of a sender's line; nothing when that is unknown.
 * @param heldBack whether the node sends this page less than it shows because no more gets through.
 * @returns nothing when the report holds nothing to judge by.
 */
export function ownFigures(
  report: QualityReport,
  uplinkOf: (peerId: string) => Uplink | undefined,
  heldBack: boolean,
): ConnectionFigures | undefined {
  const { send, receive, roundTripMs } = report;
  if (roundTripMs === null && send === null && receive.length === 0) return undefined;
  const lost = receive.map((from) => withoutSenders(from, uplinkOf(from.peerId)?.lostShare ?? 0));
  const pictures = receive.filter(({ peerId }) => isSound(uplinkOf(peerId)));
  const best = pictures.toSorted((a, b) => a.frozenShare - b.frozenShare || a.freezes - b.freezes)[0];
  return {
    roundTripMs: roundTripMs ?? 0,
    jitterMs: Math.max(send?.jitterMs ?? 0, least(receive.map(({ jitterMs }) => jitterMs))),
    lostShare: Math.max(send?.lostShare ?? 0, least(lost)),
    freezes: best?.freezes ?? 0,
    frozenShare: best?.frozenShare ?? 0,
    heldBackShare: Math.max(report.heldBackShare, heldBack ? 1 : 0),
  };
}

/** Both lines' losses multiply: what arrives is what both let through. */
function withoutSenders({ lostShare }: Received, sendersShare: number): number {
  return sendersShare >= 1 ? 0 : Math.max(0, (lostShare - sendersShare) / (1 - sendersShare));
}

const isSound = (uplink: Uplink | undefined) =>
  !uplink || (uplink.lostShare <= sound.lostShare && uplink.heldBackShare <= sound.heldBackShare);

const least = (values: number[]) => (values.length === 0 ? 0 : Math.min(...values));
