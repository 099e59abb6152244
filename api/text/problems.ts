import type { Locale } from '../contracts/accounts.ts';
import { problemTitles as en } from './en/problems.ts';
import { problemTitles as hi } from './hi/problems.ts';
import { inLocale } from './inLocale.ts';

export const problemTitles = (locale: Locale) => inLocale(locale, { en, hi });
