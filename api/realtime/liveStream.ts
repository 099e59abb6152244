/** Redis stream through which live events reach every api process; shared by the adapter and the fan-out. */
export const liveStream = 'peerlearn:live';
/** Entries kept (about): what a page missed while it was away is read from here. */
export const liveStreamLength = 10_000;
/** How long a dropped connection can be resumed. */
export const resumeWindowMs = 2 * 60_000;
