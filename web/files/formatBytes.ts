import { intlLocale } from '../lib/locale.ts';

const megabyte = 1_000_000;

/** "0.4 MB", "23 MB", as the reader's language writes numbers. */
export function formatBytes(bytes: number): string {
  const megabytes = bytes / megabyte;
  const format = new Intl.NumberFormat(intlLocale(), {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: megabytes < 10 ? 1 : 0,
  });
  return format.format(bytes === 0 ? 0 : Math.max(megabytes, 0.1));
}
