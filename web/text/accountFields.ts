import { definePart } from '../lib/text.ts';
import { accountFields } from './en/accountFields.ts';

/** Text of the fields in which people prove who they are. */
export const t = await definePart(accountFields, () =>
  import('./hi/accountFields.ts').then((hindi) => hindi.accountFields),
);
