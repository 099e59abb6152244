import { t } from './text.ts';

/** The reader's language; dates are in their zone because Intl takes the browser's. */
const locale = 'en-IN';

const rupees = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'INR',
  maximumFractionDigits: 0,
});
const rupeesAndPaise = new Intl.NumberFormat(locale, { style: 'currency', currency: 'INR' });
const clockTime = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
const zone = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** ₹1,00,000; paise only where there are some, or where a table asks for them. */
export function formatRupees(amountPaise: number, options: { paise?: boolean } = {}): string {
  const format = options.paise || amountPaise % 100 !== 0 ? rupeesAndPaise : rupees;
  return format.format(amountPaise / 100);
}

export const formatTime = (iso: string): string => clockTime.format(new Date(iso));
export const formatLongDay = (iso: string): string => longDay.format(new Date(iso)).replace(',', '');
export const formatShortDay = (iso: string): string => shortDay.format(new Date(iso)).replace(',', '');
export const formatWeekday = (iso: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(new Date(iso));
export const formatDayOfMonth = (iso: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric' }).format(new Date(iso));

/** "IST", or "GMT+1" where the zone has no short name. */
export function formatZone(iso: string): string {
  return zone.formatToParts(new Date(iso)).find((part) => part.type === 'timeZoneName')?.value ?? '';
}

const dayMs = 24 * 3600 * 1000;
/** Whole calendar days in the reader's zone from `nowMs` to the instant; negative for the past. */
function daysUntil(iso: string, nowMs: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(Date.parse(iso)) - midnight(nowMs)) / dayMs);
}

export const isToday = (iso: string, nowMs: number): boolean => daysUntil(iso, nowMs) === 0;

/** "today", "tomorrow", "Sat 22 Nov": as it stands within a sentence. */
function dayInSentence(iso: string, nowMs: number): string {
  const days = daysUntil(iso, nowMs);
  return Math.abs(days) > 1 ? formatShortDay(iso) : relative.format(days, 'day');
}

/** "Today", "Tomorrow", "Sat 22 Nov". */
export function formatDay(iso: string, nowMs: number): string {
  const word = dayInSentence(iso, nowMs);
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}

export const formatDayAndTime = (iso: string, nowMs: number): string =>
  t('time.dayAndTime', { day: formatDay(iso, nowMs), time: formatTime(iso) });

/** "today at 18:30", within a sentence. */
export const formatWhen = (iso: string, nowMs: number): string =>
  t('time.dayAtTime', { day: dayInSentence(iso, nowMs), time: formatTime(iso) });

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', dayMs],
  ['hour', 3600_000],
  ['minute', 60_000],
];
/** "5 minutes ago", "in 2 hours"; within a minute: "now". */
export function formatRelative(iso: string, nowMs: number): string {
  const differenceMs = Date.parse(iso) - nowMs;
  for (const [unit, sizeMs] of steps) {
    if (Math.abs(differenceMs) >= sizeMs) return relative.format(Math.trunc(differenceMs / sizeMs), unit);
  }
  return relative.format(0, 'second');
}
