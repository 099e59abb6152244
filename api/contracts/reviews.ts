import { z } from 'zod';
import { instant, text } from './common.ts';

/** What a learner says of a lesson they attended (LES-12). */
export const giveReview = z.object({
  stars: z.number().int().min(1).max(5),
  comment: text(2000).default(''),
});
export type GiveReview = z.infer<typeof giveReview>;

/** The caller's own review of a lesson, and whether they may give or change one now. */
export const ownReview = z.object({
  review: z
    .object({
      stars: z.number().int().min(1).max(5),
      comment: z.string(),
      createdAt: instant,
      /** It can be changed until then. */
      editableUntil: instant,
    })
    .nullable(),
  may: z.boolean(),
});
export type OwnReview = z.infer<typeof ownReview>;
