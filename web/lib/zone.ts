import { createSignal } from 'solid-js';

export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const [timeZone, setTimeZone] = createSignal(browserZone);
/** Times are shown in the zone of the person's settings; a visitor's is their browser's. */
export { timeZone };

/** @param chosen IANA name; undefined for the browser's. A zone that this browser does not know is left aside. */
export function showTimesIn(chosen: string | undefined): void {
  try {
    clockOf(chosen ?? browserZone);
    setTimeZone(chosen ?? browserZone);
  } catch {
    setTimeZone(browserZone);
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const made = new Intl.DateTimeFormat('en-CA', {
    ...options,
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  clocks.set(zone, made);
  return made;
}

/** What a clock on the wall of the zone shows, as if it were UTC, in milliseconds. */
function wallMs(ms: number, zone: string): number {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const dayMs = 24 * 3600 * 1000;
/** Number of the calendar day in the reader's zone: tomorrow's is one more than today's, whatever the clocks do. */
export const dayNumber = (ms: number): number => Math.floor(wallMs(ms, timeZone()) / dayMs);

/** Hours since midnight in the reader's zone. */
export const hourOfDay = (ms: number): number => Math.floor((wallMs(ms, timeZone()) % dayMs) / 3600_000);

/** An instant as `<input type="datetime-local">` wants it: in the reader's zone, to the minute. */
export const toLocalInput = (iso: string): string =>
  new Date(wallMs(Date.parse(iso), timeZone())).toISOString().slice(0, 16);

/**
 * The instant that such an input means, or '' while it is incomplete. A time that the clocks leave out (spring) means
 * the one as much later; of one that comes twice (autumn) the first is taken (RFC 5545, 3.3.5).
 */
export function fromLocalInput(value: string): string {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(value)
    ? Date.parse(`${value.slice(0, 16)}:00Z`)
    : Number.NaN;
  if (Number.isNaN(wall)) return '';
  const zone = timeZone();
  const offsetAt = (ms: number) => wallMs(ms, zone) - ms;
  // The offset before and after any change near by; nowhere do clocks change twice within a day.
  const [before, after] = [offsetAt(wall - dayMs), offsetAt(wall + dayMs)];
  const early = [wall - before, wall - after].sort((one, other) => one - other);
  const fits = early.find((ms) => wallMs(ms, zone) === wall);
  return new Date(fits ?? wall - before).toISOString();
}

const quarterMs = 15 * 60_000;
/** The first quarter of an hour that leaves some minutes for filling in a form. */
export function nextQuarter(nowMs: number, leadMs = 10 * 60_000): string {
  return new Date(Math.ceil((nowMs + leadMs) / quarterMs) * quarterMs).toISOString();
}
