import { definePart } from '../lib/text.ts';
import { dashboards } from './en/dashboards.ts';

/** Text of the dashboards. */
export const t = await definePart(dashboards, () =>
  import('./hi/dashboards.ts').then((hindi) => hindi.dashboards),
);
