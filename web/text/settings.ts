import { definePart } from '../lib/text.ts';
import { settings } from './en/settings.ts';

/** Text of profile and settings. */
export const t = await definePart(settings, () => import('./hi/settings.ts').then((hindi) => hindi.settings));
