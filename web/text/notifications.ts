import { definePart } from '../lib/text.ts';
import { notifications } from './en/notifications.ts';

/** Text of the bell and its list, and of the choices about them. */
export const t = await definePart(notifications, () =>
  import('./hi/notifications.ts').then((hindi) => hindi.notifications),
);
