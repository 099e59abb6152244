import type { LessonClockView } from '../../media/contracts/clock.ts';

const two = (part: number) => String(part).padStart(2, '0');
const minuteMs = 60_000;

/** "04:32", "1:04:32": a length of time, never below zero. */
export function formatLength(lengthMs: number): string {
  const seconds = Math.max(0, Math.floor(lengthMs / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/**
 * How the server's clock stands, so long after it was told. This device's idea of the time has no part in it.
 * @param sinceMs by a clock that nobody sets (`performance.now`)
 */
export function clockAfter(told: LessonClockView, sinceMs: number): { elapsedMs: number; lostMs: number } {
  return {
    elapsedMs: told.elapsedMs + (told.running ? sinceMs : 0),
    lostMs: told.lostMs + (told.losing ? sinceMs : 0),
  };
}

/** At so many minutes before the planned end it is announced (ROOM-11); 0 is the end itself. */
const marks = [10, 2, 0] as const;
export type EndMark = (typeof marks)[number];
/** Who comes later than this after a mark sees by the timer how things stand. */
const newsMs = minuteMs;

/** The mark that was passed just now; `told` names those that were announced for this end. */
export function markPassed(leftMs: number, told: (mark: EndMark) => boolean): EndMark | undefined {
  return marks.find((mark) => {
    const beyondMs = mark * minuteMs - leftMs;
    return beyondMs >= 0 && beyondMs < newsMs && !told(mark);
  });
}

/** Whole minutes that were lost and not made up for yet. */
export const minutesToAdd = (lostMs: number, extendedMinutes: number): number =>
  Math.max(0, Math.round(lostMs / minuteMs) - extendedMinutes);
