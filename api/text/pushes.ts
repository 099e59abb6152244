import type { Locale } from '../contracts/accounts.ts';
import type { NotificationKind } from '../contracts/notifications.ts';
import { pushes as english } from './en/pushes.ts';
import { pushes as hindi } from './hi/pushes.ts';
import { inLocale } from './inLocale.ts';

/** What stands on the lock screen: the point first, few words. */
export interface PushWords {
  title: string;
  body: string;
}
export type PushTexts = Record<NotificationKind, (subject: Record<string, string>) => PushWords>;

export const pushTexts = (locale: Locale): PushTexts => inLocale(locale, { en: english, hi: hindi });
