import { z } from 'zod';
import { attachedFile } from '../../media/contracts/attachment.ts';
import { id, instant, pageOf } from './common.ts';

/** Someone of a lesson, by the name that they have now. */
const person = z.object({ id, name: z.string() });

/** What was said in a lesson, as it is kept with it (ROOM-8). */
export const keptMessage = z.object({
  id,
  at: instant,
  by: person,
  /** For one person alone; null was for everybody. */
  to: person.nullable(),
  text: z.string(),
  /** A file that came with it. */
  file: attachedFile.nullable(),
});
export type KeptMessage = z.infer<typeof keptMessage>;
export const keptChat = pageOf(keptMessage);

export const transcriptQuery = z.object({ format: z.enum(['text', 'html']).default('text') });
