import { definePart } from '../lib/text.ts';
import { sessionFiles } from './en/sessionFiles.ts';

/** Text of files that belong to a session. */
export const t = await definePart(sessionFiles, () =>
  import('./hi/sessionFiles.ts').then((hindi) => hindi.sessionFiles),
);
