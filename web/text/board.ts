import { definePart } from '../lib/text.ts';
import { board } from './en/board.ts';

/** Text of the whiteboard in a room. */
export const t = await definePart(board, () => import('./hi/board.ts').then((hindi) => hindi.board));
