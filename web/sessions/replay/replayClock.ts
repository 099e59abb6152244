import type { Accessor } from 'solid-js';

/** What is played now, and the way to another place of it. */
export interface ReplayClock {
  /** When it was in the lesson (ms since the epoch). */
  moment: Accessor<number>;
  /** Where (ms) in the recording something of the lesson (ISO 8601) stands. */
  placeOf: (at: string) => number;
  /** @param atMs a place of the recording */
  onSeek: (atMs: number) => void;
}
