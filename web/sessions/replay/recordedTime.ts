import type { RecordedStretch } from '../../../api/contracts/recordings.ts';

/** When (ms since the epoch) it was in the lesson at a place (ms) of its recording. */
export function momentAt(stretches: readonly RecordedStretch[], atMs: number): number {
  const stretch = stretches.findLast((each) => each.atMs <= atMs) ?? stretches[0];
  return stretch ? Date.parse(stretch.from) + Math.min(atMs - stretch.atMs, stretch.lengthMs) : 0;
}

/** Where (ms) in the recording a moment of the lesson stands; what was not recorded, where that was cut out. */
export function placeOf(stretches: readonly RecordedStretch[], moment: number): number {
  const stretch = stretches.findLast(({ from }) => Date.parse(from) <= moment);
  return stretch ? stretch.atMs + Math.min(moment - Date.parse(stretch.from), stretch.lengthMs) : 0;
}
