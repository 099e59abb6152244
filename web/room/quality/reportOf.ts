import type { QualityReport } from '../../../media/contracts/quality.ts';
import type { Figures, ReceivedFigures, StreamFigures } from './compareStats.ts';

/** So few packets tell nothing of how many are lost. */
const leastPackets = 10;

/**
 * What the node is told of a stretch of some seconds.
 * @param isShown whether pictures of a person's camera are asked for: one that is not shown does not stand still.
 */
export function reportOf(figures: Figures, isShown: (peerId: string) => boolean): QualityReport {
  const { way, roundTripMs, sent, received, heldBackShare } = figures;
  const byPeer = Map.groupBy(received, ({ peerId }) => peerId);
  return {
    way,
    roundTripMs: roundTripMs === null ? null : within(roundTripMs),
    send: together(sent),
    receive: [...byPeer].flatMap(([peerId, streams]) => {
      const packets = together(streams);
      const camera = streams.find(({ source }) => source === 'camera');
      return packets ? [{ peerId, ...packets, ...stillness(camera, isShown(peerId)) }] : [];
    }),
    heldBackShare,
  };
}

function together(streams: StreamFigures[]): { lostShare: number; jitterMs: number } | null {
  const known = streams.filter(({ lostShare }) => lostShare !== null);
  const packets = known.reduce((sum, stream) => sum + stream.packets, 0);
  if (packets < leastPackets) return null;
  const lost = known.reduce((sum, stream) => sum + (stream.lostShare ?? 0) * stream.packets, 0);
  const jitters = known.flatMap(({ jitterMs }) => jitterMs ?? []);
  return { lostShare: Math.min(1, lost / packets), jitterMs: within(Math.max(0, ...jitters)) };
}

function stillness(camera: ReceivedFigures | undefined, isShown: boolean) {
  if (!camera || !isShown) return { freezes: 0, frozenShare: 0 };
  return { freezes: Math.min(1_000, camera.freezes), frozenShare: camera.frozenShare };
}

const within = (milliseconds: number) => Math.min(60_000, Math.max(0, milliseconds));
