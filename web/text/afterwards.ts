import { definePart } from '../lib/text.ts';
import { afterwards } from './en/afterwards.ts';

/** Text of what comes after a lesson: rating it, who was there, what the mentor left. */
export const t = await definePart(afterwards, () =>
  import('./hi/afterwards.ts').then((hindi) => hindi.afterwards),
);
