import { definePart } from '../lib/text.ts';
import { topicInput } from './en/topicInput.ts';

/** Text of the field that suggests topics. */
export const t = await definePart(topicInput, () =>
  import('./hi/topicInput.ts').then((hindi) => hindi.topicInput),
);
