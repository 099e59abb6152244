import { definePart } from '../lib/text.ts';
import { privacy } from './en/privacy.ts';

/** Text of data export and account deletion. */
export const t = await definePart(privacy, () => import('./hi/privacy.ts').then((hindi) => hindi.privacy));
