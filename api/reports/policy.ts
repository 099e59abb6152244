import type { ErrorCode } from '../contracts/errors.ts';

/** How the two stand to the lesson in which it happened. */
interface Shared {
  reporterId: string;
  reportedId: string;
  reporterShares: boolean;
  reportedShares: boolean;
}

/** Only who shares a lesson may report someone else in it; null when they may. */
export function refuseReport({ reporterId, reportedId, ...shares }: Shared): ErrorCode | null {
  // A stranger learns nothing of who is in it.
  if (!shares.reporterShares) return 'forbidden';
  if (reporterId === reportedId || !shares.reportedShares) return 'not_found';
  return null;
}
