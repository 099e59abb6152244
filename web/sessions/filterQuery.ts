import { fromLocalInput, toLocalInput } from '../lib/zone.ts';
import type { SessionFilters } from './filters.ts';

const dayMs = 24 * 3600_000;
const startOfDay = (date: string) => fromLocalInput(`${date}T00:00`);
const dayAfter = (date: string) => new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);
/** The date that a calendar in the reader's zone shows. */
export const dateOf = (ms: number): string => toLocalInput(new Date(ms).toISOString()).slice(0, 10);

/** For the API. Days are those of the reader's zone; lessons under way count as of now. */
export function queryOf(filters: SessionFilters, nowMs: number): Record<string, string | number | undefined> {
  const { q, topic, domain, price, rating, language, mentor } = filters;
  return {
    ...{ q, topic, domain, language, mentor },
    ...(price === 'free' ? { price } : price && { maxPricePaise: price * 100 }),
    ratingMin: rating,
    ...timeOf(filters, nowMs),
  };
}

function timeOf({ when, from, to }: SessionFilters, nowMs: number) {
  if (when === 'now') return { liveNow: 'true' };
  if (when === 'today') return { until: startOfDay(dayAfter(dateOf(nowMs))) };
  if (when === 'week') return { startsWithinHours: 7 * 24 };
  if (when !== 'dates') return {};
  return {
    from: from && startOfDay(from),
    until: to && startOfDay(dayAfter(to)),
  };
}
