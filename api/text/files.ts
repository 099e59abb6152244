import type { Locale } from '../contracts/accounts.ts';
import { filesText as en } from './en/files.ts';
import { filesText as hi } from './hi/files.ts';
import { inLocale } from './inLocale.ts';

export const filesText = (locale: Locale) => inLocale(locale, { en, hi });
