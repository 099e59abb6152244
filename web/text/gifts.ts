import { definePart } from '../lib/text.ts';
import { gifts } from './en/gifts.ts';

/** The room's thanks for gifts. */
export const t = await definePart(gifts, () => import('./hi/gifts.ts').then((hindi) => hindi.gifts));
