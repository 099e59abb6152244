import type { PeerQuality } from '../../../media/contracts/quality.ts';
import type { Room } from '../createRoom.ts';

/** How this page's own person is connected; that it is lost needs no node to say so. */
export function ownQuality({ view, quality, peerId }: Room): PeerQuality | undefined {
  const known = quality.of(peerId());
  if (view.state !== 'reconnecting') return known;
  const unknown = { score: null, lostPercent: null, roundTripMs: null };
  return { peerId: peerId() ?? '', level: 'lost', ...unknown };
}
