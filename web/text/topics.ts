import { definePart } from '../lib/text.ts';
import { topics } from './en/topics.ts';

/** Text of the checklist in a room, and of what a session keeps of it. */
export const t = await definePart(topics, () => import('./hi/topics.ts').then((hindi) => hindi.topics));
