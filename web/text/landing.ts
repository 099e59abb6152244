import { definePart } from '../lib/text.ts';
import { landing } from './en/landing.ts';

/** Text of the landing page. */
export const t = await definePart(landing, () => import('./hi/landing.ts').then((hindi) => hindi.landing));
