import { definePart } from '../lib/text.ts';
import { devices } from './en/devices.ts';

/** Text about one's own devices, keys and settings in a room. */
export const t = await definePart(devices, () => import('./hi/devices.ts').then((hindi) => hindi.devices));
