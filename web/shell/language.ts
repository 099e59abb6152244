import { createEffect } from 'solid-js';
import { z } from 'zod';
import type { Locale } from '../../api/contracts/accounts.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { describeError } from '../lib/describeError.ts';
import { locale } from '../lib/locale.ts';
import { changeLocale } from '../lib/text.ts';
import { showTimesIn } from '../lib/zone.ts';
import { showToast } from '../ui/showToast.ts';

/** Each in its own words, for those who cannot read the other. */
export const languages: { value: Locale; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'hi', label: 'हिन्दी' },
];

/** Changes the page at once; someone logged in finds it so on their other devices, and in their mail. */
export async function chooseLanguage(chosen: Locale): Promise<void> {
  try {
    await changeLocale(chosen);
    if (credentials.user()) await api.post('/api/profile/preferences', z.unknown(), { locale: chosen });
  } catch (error) {
    showToast({ tone: 'danger', title: describeError(error) });
  }
}

/** Language and time zone of the page are those of whoever logs in. */
export function followUser(): void {
  createEffect(() => {
    const user = credentials.user();
    showTimesIn(user?.timeZone);
    if (user && user.locale !== locale()) void changeLocale(user.locale);
  });
}
