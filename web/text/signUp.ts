import { definePart } from '../lib/text.ts';
import { signUp } from './en/signUp.ts';

/** Text of the sign-up wizards. */
export const t = await definePart(signUp, () => import('./hi/signUp.ts').then((hindi) => hindi.signUp));
