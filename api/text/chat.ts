import type { Locale } from '../contracts/accounts.ts';
import { chatText as en } from './en/chat.ts';
import { chatText as hi } from './hi/chat.ts';
import { inLocale } from './inLocale.ts';

export const chatText = (locale: Locale) => inLocale(locale, { en, hi });
