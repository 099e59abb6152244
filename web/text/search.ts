import { definePart } from '../lib/text.ts';
import { search } from './en/search.ts';

/** Text of the search for sessions. */
export const t = await definePart(search, () => import('./hi/search.ts').then((hindi) => hindi.search));
