import { intlLocale } from '../lib/locale.ts';

const kilobyte = 1_000;
const megabyte = 1_000_000;

/** "7 bytes", "40 kB", "1.2 MB", "22 MB", as the reader's language writes numbers. */
export function formatBytes(bytes: number): string {
  if (bytes < kilobyte) return format(bytes, 'byte', 'long');
  if (bytes < megabyte) return format(bytes / kilobyte, 'kilobyte');
  return format(bytes / megabyte, 'megabyte');
}

function format(value: number, unit: string, unitDisplay: 'short' | 'long' = 'short'): string {
  const maximumFractionDigits = unit === 'megabyte' && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(intlLocale(), {
    ...{ style: 'unit', unit, unitDisplay, maximumFractionDigits },
  }).format(value);
}
