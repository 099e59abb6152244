import { flatten, translator } from '@solid-primitives/i18n';
import { en } from '../text/en.ts';

/** Every language has the shape of the English catalogue. */
export type Catalogue = typeof en;

const dictionary = flatten(en);

/** Text for people by its key; keys and parameters are checked by the compiler. */
export const t = translator(() => dictionary);
