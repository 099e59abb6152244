import { definePart } from '../lib/text.ts';
import { pageHeads } from './en/pageHeads.ts';

/** Text of the heads that the server writes; no page of the browser has it. */
export const t = await definePart(pageHeads, () =>
  import('./hi/pageHeads.ts').then((hindi) => hindi.pageHeads),
);
