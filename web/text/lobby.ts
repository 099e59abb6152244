import { definePart } from '../lib/text.ts';
import { lobby } from './en/lobby.ts';

/** Text of the lobby, and of the lesson's clock. */
export const t = await definePart(lobby, () => import('./hi/lobby.ts').then((hindi) => hindi.lobby));
