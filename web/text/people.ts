import { definePart } from '../lib/text.ts';
import { people } from './en/people.ts';

/** Text about the people in a room: hands, reactions, moderation, reports. */
export const t = await definePart(people, () => import('./hi/people.ts').then((hindi) => hindi.people));
