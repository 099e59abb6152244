import type { Preferences } from '../contracts/preferences.ts';

/** By every way, until a person chooses otherwise; push reaches only browsers that were asked. */
export const defaultChoices: Pick<Preferences, 'sound' | 'ways'> = {
  sound: true,
  ways: {
    bookings: { email: true, push: true },
    lessons: { email: true, push: true },
    reminders: { email: true, push: true },
    account: { email: true, push: true },
  },
};

type Quiet = Pick<Preferences, 'timeZone' | 'quietHours'>;

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const minutesOf = (timeOfDay: string) => Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3));

/** Reads what the clock on the wall of a zone shows, in minutes since midnight. */
function wallClock(timeZone: string): (at: Date) => number {
  const clock = new Intl.DateTimeFormat('en', {
    ...{ timeZone, hourCycle: 'h23' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  return (at) => minutesOf(clock.format(at));
}

/**
 * When the quiet hours around an instant are over; null when there are none. What counts is what the clock in the
 * person's zone shows: where it is put forward over the end, they are over at once; where it is put back into them,
 * they go on.
 */
export function quietUntil(at: Date, { quietHours, timeZone }: Quiet): Date | null {
  if (!quietHours) return null;
  const wall = wallClock(timeZone);
  const [from, to] = [minutesOf(quietHours.from), minutesOf(quietHours.to)];
  const isQuiet = (when: Date) => {
    const shown = wall(when);
    return from < to ? from <= shown && shown < to : from <= shown || shown < to;
  };
  if (!isQuiet(at)) return null;
  const minute = Math.floor(at.getTime() / minuteMs) * minuteMs;
  // Shifts of the clock make a day at most some hours longer.
  for (let ahead = 1; ahead <= 2 * dayMinutes; ahead++) {
    const later = new Date(minute + ahead * minuteMs);
    if (!isQuiet(later)) return later;
  }
  return null;
}
