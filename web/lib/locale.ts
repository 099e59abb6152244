import { createSignal } from 'solid-js';
import { locale as localeContract, type Locale } from '../../api/contracts/accounts.ts';

/** Read by the server too, which renders the public pages in the visitor's language. */
const cookieName = 'peerlearn.locale';
const yearSeconds = 365 * 24 * 3600;

const [locale, setSignal] = createSignal<Locale>(firstLocale());
/** The language of the page. To change it use `changeLocale` of text.ts, which brings the words first. */
export { locale };

/** What Intl is asked with: rupees and dates as they are written in India. */
export const intlLocale = (): string => ({ en: 'en-IN', hi: 'hi-IN' })[locale()];

export function setLocale(chosen: Locale): void {
  setSignal(chosen);
  if (typeof document === 'undefined') return;
  document.documentElement.lang = chosen;
  document.cookie = `${cookieName}=${chosen}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

/** As chosen before, else as the browser is set. */
function firstLocale(): Locale {
  if (typeof document === 'undefined') return 'en';
  const chosen = new RegExp(`(?:^|; )${cookieName}=(\\w+)`, 'u').exec(document.cookie)?.[1];
  const wanted = [chosen, ...navigator.languages.map((tag) => tag.split('-')[0])];
  const known = wanted.find((tag) => localeContract.safeParse(tag).success) as Locale | undefined;
  document.documentElement.lang = known ?? 'en';
  return known ?? 'en';
}
