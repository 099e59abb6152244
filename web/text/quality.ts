import { definePart } from '../lib/text.ts';
import { quality } from './en/quality.ts';

/** Text about connections: how good they are, what was measured, what is spent on pictures. */
export const t = await definePart(quality, () => import('./hi/quality.ts').then((hindi) => hindi.quality));
