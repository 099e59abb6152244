import type { Context } from 'koa';
import { locale, type Locale } from '../contracts/accounts.ts';
import { pageLocaleParam } from '../contracts/pages.ts';

/** Written by the page when somebody chooses (web/lib/locale.ts), read here before the page is made. */
export const localeCookie = 'peerlearn.locale';

/** The language of a request: its address, else as chosen before, else as the browser is set, else English. */
export function localeOf(context: Context): Locale {
  const wanted = [
    context.query[pageLocaleParam],
    context.cookies.get(localeCookie),
    ...accepted(context.get('Accept-Language')),
  ];
  return wanted.find((tag): tag is Locale => locale.safeParse(tag).success) ?? 'en';
}

/** Languages of the header (RFC 9110, 12.5.4), the most wanted first, without their regions. */
function accepted(header: string): string[] {
  return header
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0]?.toLowerCase() ?? '', quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
