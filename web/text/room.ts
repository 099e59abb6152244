import { definePart } from '../lib/text.ts';
import { room } from './en/room.ts';

/** Text of the room. */
export const t = await definePart(room, () => import('./hi/room.ts').then((hindi) => hindi.room));
