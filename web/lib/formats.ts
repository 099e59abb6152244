import { intlLocale } from './locale.ts';
import { t } from './text.ts';
import { dayNumber, timeZone } from './zone.ts';

const kept = new Map<string, unknown>();
/** Formatters are slow to make: one each for a language, a zone and a purpose. */
function keep<T>(purpose: string, make: (locale: string, timeZone: string) => T): () => T {
  return () => {
    const [locale, zone] = [intlLocale(), timeZone()];
    const key = `${purpose} ${locale} ${zone}`;
    if (!kept.has(key)) kept.set(key, make(locale, zone));
    return kept.get(key) as T;
  };
}
const dates = (purpose: string, options: Intl.DateTimeFormatOptions) =>
  keep(purpose, (locale, timeZone) => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
const rupees = (purpose: string, options: Intl.NumberFormatOptions) =>
  keep(
    purpose,
    (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'INR', ...options }),
  );

const wholeRupees = rupees('rupees', { maximumFractionDigits: 0 });
const rupeesAndPaise = rupees('paise', {});
const clockTime = dates('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const longDay = dates('long day', { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = dates('short day', { weekday: 'short', day: 'numeric', month: 'short' });
const fullDate = dates('date', { day: 'numeric', month: 'long', year: 'numeric' });
const weekday = dates('weekday', { weekday: 'short' });
const dayOfMonth = dates('day of month', { day: 'numeric' });
const zoneName = dates('zone', { timeZoneName: 'short' });
const relative = keep('relative', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const number = keep('number', (locale) => new Intl.NumberFormat(locale));
const languageName = keep('language', (locale) => new Intl.DisplayNames(locale, { type: 'language' }));

/** ₹1,00,000; paise only where there are some, or where a table asks for them. */
export function formatRupees(amountPaise: number, options: { paise?: boolean } = {}): string {
  const format = options.paise || amountPaise % 100 !== 0 ? rupeesAndPaise() : wholeRupees();
  return format.format(amountPaise / 100);
}

/** 1,00,000 */
export const formatNumber = (value: number): string => number().format(value);
/** "Hindi", "हिन्दी" @param tag BCP 47 */
export const formatLanguage = (tag: string): string => languageName().of(tag) ?? tag;

export const formatTime = (iso: string): string => clockTime().format(new Date(iso));
export const formatLongDay = (iso: string): string => longDay().format(new Date(iso)).replace(',', '');
export const formatShortDay = (iso: string): string => shortDay().format(new Date(iso)).replace(',', '');
export const formatDate = (iso: string): string => fullDate().format(new Date(iso));
export const formatWeekday = (iso: string): string => weekday().format(new Date(iso));
export const formatDayOfMonth = (iso: string): string => dayOfMonth().format(new Date(iso));

/** "IST", or "GMT+1" where the zone has no short name. */
export function formatZone(iso: string): string {
  return (
    zoneName()
      .formatToParts(new Date(iso))
      .find((part) => part.type === 'timeZoneName')?.value ?? ''
  );
}

/** Whole calendar days in the reader's zone from `nowMs` to the instant; negative for the past. */
const daysUntil = (iso: string, nowMs: number): number => dayNumber(Date.parse(iso)) - dayNumber(nowMs);

export const isToday = (iso: string, nowMs: number): boolean => daysUntil(iso, nowMs) === 0;

/** "today", "tomorrow", "Sat 22 Nov": as it stands within a sentence. */
function dayInSentence(iso: string, nowMs: number): string {
  const days = daysUntil(iso, nowMs);
  return Math.abs(days) > 1 ? formatShortDay(iso) : relative().format(days, 'day');
}

/** "Today", "Tomorrow", "Sat 22 Nov". */
export function formatDay(iso: string, nowMs: number): string {
  const word = dayInSentence(iso, nowMs);
  return word.charAt(0).toLocaleUpperCase(intlLocale()) + word.slice(1);
}

export const formatDayAndTime = (iso: string, nowMs: number): string =>
  t('time.dayAndTime', { day: formatDay(iso, nowMs), time: formatTime(iso) });

/** "today at 18:30", within a sentence. */
export const formatWhen = (iso: string, nowMs: number): string =>
  t('time.dayAtTime', { day: dayInSentence(iso, nowMs), time: formatTime(iso) });

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 3600_000],
  ['hour', 3600_000],
  ['minute', 60_000],
];
/** "5 minutes ago", "in 2 hours"; within a minute: "now". */
export function formatRelative(iso: string, nowMs: number): string {
  const differenceMs = Date.parse(iso) - nowMs;
  for (const [unit, sizeMs] of steps) {
    if (Math.abs(differenceMs) >= sizeMs) return relative().format(Math.trunc(differenceMs / sizeMs), unit);
  }
  return relative().format(0, 'second');
}
