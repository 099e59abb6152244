export type Way = 'udp' | 'tcp' | 'turn';

/** What was found of one way to the media node. */
export type WayReport =
  { way: Way; reachable: true; roundTripMs: number; lostShare: number } | { way: Way; reachable: false };

/** What a lesson may look like: `good` for video, `fair` for most of it, `poor` where sound has to come first. */
export type Expected = 'good' | 'fair' | 'poor' | 'unreachable';

/** ITU-T G.114: below 150 ms one way nobody notices, above 400 ms talk suffers; here there and back. */
const roundTrip = { goodMs: 200, fairMs: 500 } as const;
const lost = { good: 0.02, fair: 0.08 } as const;

/** By the best way there is. UDP itself is best: over TCP a lost packet holds up all that follow it. */
export function expectedQuality(reports: WayReport[]): Expected {
  const reached = reports.filter((report) => report.reachable);
  const best = reached.find(({ way }) => way === 'udp') ?? byRoundTrip(reached)[0];
  if (!best) return 'unreachable';
  const { roundTripMs, lostShare } = best;
  if (best.way === 'udp' && roundTripMs <= roundTrip.goodMs && lostShare <= lost.good) return 'good';
  return roundTripMs <= roundTrip.fairMs && lostShare <= lost.fair ? 'fair' : 'poor';
}

const byRoundTrip = <Report extends { roundTripMs: number }>(reports: Report[]) =>
  reports.toSorted((a, b) => a.roundTripMs - b.roundTripMs);
