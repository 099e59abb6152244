import { definePart } from '../lib/text.ts';
import { mentors } from './en/mentors.ts';

/** Text of the mentors' public pages. */
export const t = await definePart(mentors, () => import('./hi/mentors.ts').then((hindi) => hindi.mentors));
