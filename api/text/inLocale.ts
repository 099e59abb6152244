import type { Locale } from '../contracts/accounts.ts';

/** The text in a person's language; each language has the shape of the English one. */
export const inLocale = <T>(locale: Locale, texts: Record<Locale, T>): T => texts[locale];
