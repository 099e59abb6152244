import type { Locale } from '../contracts/accounts.ts';
import { privacyText as en } from './en/privacy.ts';
import { privacyText as hi } from './hi/privacy.ts';
import { inLocale } from './inLocale.ts';

export const privacyText = (locale: Locale) => inLocale(locale, { en, hi });
/** The name under which books and lessons keep somebody who is gone: kept with them, so readable in every language. */
export const deletedName = [en, hi].map((text) => text.deletedName).join(' / ');
export type ExportSection = keyof typeof en.export.sections;
