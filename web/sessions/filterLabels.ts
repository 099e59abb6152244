import { now } from '../lib/clock.ts';
import { formatDay, formatLanguage, formatRupees } from '../lib/formats.ts';
import { fromLocalInput } from '../lib/zone.ts';
import { t } from '../text/search.ts';
import { domainName } from '../ui/domainName.ts';
import { formatRating } from '../ui/formatRating.ts';
import type { activeFilters, SessionFilters } from './filters.ts';

type ActiveName = ReturnType<typeof activeFilters>[number];

/** What a filter says, in a few words. */
export function filterLabel(filters: SessionFilters, name: ActiveName): string {
  switch (name) {
    case 'domain':
      return domainName(filters.domain ?? '');
    case 'when':
      return whenLabel(filters);
    case 'price':
      return filters.price === 'free'
        ? t('session.free')
        : t('narrow.upTo', { price: formatRupees((filters.price ?? 0) * 100) });
    case 'rating':
      return t('narrow.stars', { average: formatRating(filters.rating ?? 0) });
    case 'language':
      return formatLanguage(filters.language ?? '');
    case 'mentor':
      return t('search.mentor');
    case 'topic':
      return filters.topic ?? '';
  }
}

function whenLabel({ when, from, to }: SessionFilters): string {
  if (when !== 'dates') return t(`narrow.${when ?? 'now'}`);
  const name = (date: string) => formatDay(fromLocalInput(`${date}T00:00`), now());
  if (from && to) return from === to ? name(from) : t('time.fromTo', { from: name(from), to: name(to) });
  return from ? t('search.fromDay', { day: name(from) }) : t('search.toDay', { day: name(to ?? '') });
}
