import { flatten, translator, type BaseRecordDict } from '@solid-primitives/i18n';
import type { Locale } from '../../api/contracts/accounts.ts';
import { en } from '../text/en.ts';
import { locale, setLocale } from './locale.ts';

/** One for each part of the text that is on the page: brings its Hindi words. */
const bringers: (() => Promise<void>)[] = [];

/**
 * Text for people by its key, in the language of the page; keys and parameters are checked by the compiler. English
 * comes with the code. Hindi is fetched for those who read it, before anything that needs the part is drawn: `await`
 * this at the top of a module.
 */
async function defineText<T extends BaseRecordDict>(english: T, fetchHindi: () => Promise<T>) {
  const englishWords = flatten(english);
  // No signal: the language of the page changes only after these have come.
  let hindiWords: typeof englishWords | undefined;
  const bring = async (): Promise<void> => {
    hindiWords ??= flatten(await fetchHindi());
  };
  bringers.push(bring);
  // The server's bundle speaks both from its start.
  if (locale() === 'hi' || import.meta.env.SSR) await bring();
  return translator(() => (locale() === 'hi' ? (hindiWords ?? englishWords) : englishWords));
}

const fetchBase = () => import('../text/hi.ts').then(({ hi }) => hi);

/** The text that every page has. */
export const t = await defineText(en, fetchBase);

/**
 * Text of a part of the product, beside that of every page: `export const t = await definePart(part, () => …)` in
 * `web/text/<part>.ts`, so that its words are fetched with the code that needs them.
 */
export const definePart = <T extends BaseRecordDict>(english: T, fetchHindi: () => Promise<T>) =>
  defineText({ ...en, ...english }, async () => ({ ...(await fetchBase()), ...(await fetchHindi()) }));

/** Changes the language of the page in place, once all words that it shows are there. */
export async function changeLocale(chosen: Locale): Promise<void> {
  if (chosen === 'hi') await Promise.all(bringers.map((bring) => bring()));
  setLocale(chosen);
}
