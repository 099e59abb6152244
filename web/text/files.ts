import { definePart } from '../lib/text.ts';
import { files } from './en/files.ts';

/** Text of what people send: pictures and videos. */
export const t = await definePart(files, () => import('./hi/files.ts').then((hindi) => hindi.files));
