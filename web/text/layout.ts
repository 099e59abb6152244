import { definePart } from '../lib/text.ts';
import { layout } from './en/layout.ts';

/** Text about how the pictures of a room are laid out. */
export const t = await definePart(layout, () => import('./hi/layout.ts').then((hindi) => hindi.layout));
