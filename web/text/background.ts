import { definePart } from '../lib/text.ts';
import { background } from './en/background.ts';

/** Text about what stands behind one's picture. */
export const t = await definePart(background, () =>
  import('./hi/background.ts').then((hindi) => hindi.background),
);
