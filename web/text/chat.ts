import { definePart } from '../lib/text.ts';
import { chat } from './en/chat.ts';

/** Text of the chat in a room and of the one that is kept with a session. */
export const t = await definePart(chat, () => import('./hi/chat.ts').then((hindi) => hindi.chat));
