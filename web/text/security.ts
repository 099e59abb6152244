import { definePart } from '../lib/text.ts';
import { security } from './en/security.ts';

/** Text of second factor, recovery codes, log-ins and password. */
export const t = await definePart(security, () => import('./hi/security.ts').then((hindi) => hindi.security));
