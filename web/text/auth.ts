import { definePart } from '../lib/text.ts';
import { auth } from './en/auth.ts';

/** Text of log-in, reset and second factor. */
export const t = await definePart(auth, () => import('./hi/auth.ts').then((hindi) => hindi.auth));
