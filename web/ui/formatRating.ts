import { intlLocale } from '../lib/locale.ts';

/** One decimal: 4.9, 5.0. */
export const formatRating = (average: number): string =>
  average.toLocaleString(intlLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
