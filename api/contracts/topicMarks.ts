import { z } from 'zod';
import { instant } from './common.ts';

/** A lesson's checklist as its room left it (ROOM-10): planned topics first, then what was added there. */
export const coveredTopics = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      /** When the mentor ticked it, also by the lesson's clock (milliseconds); null when it was not covered. */
      covered: z.object({ at: instant, clockMs: z.number().int().nonnegative() }).nullable(),
    }),
  ),
});
export type CoveredTopics = z.infer<typeof coveredTopics>;
