import { self } from '../arrangeStage.ts';
import type { Figures } from './compareStats.ts';

/** What is seen of the media every two seconds. */
export type Look = {
  figures: Figures;
  /** Whether the room is reached at all: while it is not, that is what is said. */
  connected: boolean;
  /** The node sends less than is shown, because no more gets through. */
  heldBack: boolean;
  /** People whose camera should be seen: sent, shown, and their owner there. */
  expected: string[];
};
/** What is wrong, and for how many looks in a row it has been, or has not. */
export type Noticed = {
  optimizing: boolean;
  changing: number;
  missing: Record<string, number>;
};

export const nothingNoticed: Noticed = { optimizing: false, changing: 0, missing: {} };

/** So many looks until something is said, and until it is taken back: no flicker, and no alarm when things begin. */
const patience = { optimizing: 2, fine: 3, missing: 2 } as const;

/** Takes up one more look. */
export function notice(before: Noticed, { figures, connected, heldBack, expected }: Look): Noticed {
  if (!connected) return nothingNoticed;
  const limited = figures.sent.some(
    ({ source, limitedBy }) => source === 'camera' && (limitedBy === 'bandwidth' || limitedBy === 'cpu'),
  );
  const wanted = limited || heldBack;
  const changing = wanted === before.optimizing ? 0 : before.changing + 1;
  const changes = changing >= (wanted ? patience.optimizing : patience.fine);
  const arrives = new Set(
    figures.received
      .filter(({ source, packets }) => source === 'camera' && packets > 0)
      .map(({ peerId }) => peerId),
  );
  const missing = expected
    .filter((peerId) => !arrives.has(peerId))
    .concat(isOwnStuck(figures) ? [self] : [])
    .map((peerId) => [peerId, (before.missing[peerId] ?? 0) + 1] as const);
  return {
    optimizing: changes ? wanted : before.optimizing,
    changing: changes ? 0 : changing,
    missing: Object.fromEntries(missing),
  };
}

/** The own camera is on, and not one packet of it goes through. */
function isOwnStuck({ sent }: Figures): boolean {
  const camera = sent.filter(({ source }) => source === 'camera');
  return (
    camera.some(({ limitedBy }) => limitedBy === 'bandwidth') && camera.every(({ packets }) => packets === 0)
  );
}

/** Whether someone's picture does not get through, although it should. */
export const isMissing = ({ missing }: Noticed, peerId: string): boolean =>
  (missing[peerId] ?? 0) >= patience.missing;
