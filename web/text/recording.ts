import { definePart } from '../lib/text.ts';
import { recording } from './en/recording.ts';

/** Text of recordings: in the room, before it, and on the session's page. */
export const t = await definePart(recording, () =>
  import('./hi/recording.ts').then((hindi) => hindi.recording),
);
