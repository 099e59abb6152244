import type { Locale } from '../contracts/accounts.ts';
import { privacyText as en } from './en/privacy.ts';
import { privacyText as hi } from './hi/privacy.ts';
import { inLocale } from './inLocale.ts';

export const privacyText = (locale: Locale) => inLocale(locale, { en, hi });
export type ExportSection = keyof typeof en.export.sections;
