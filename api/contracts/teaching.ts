import { z } from 'zod';

/** Fields of teaching, named in the catalogues of the web. */
export const domain = z.enum([
  'Mathematics',
  'Science',
  'Programming',
  'Music',
  'Languages',
  'Art',
  'Business',
  'Career',
  'Health',
]);
export type Domain = z.infer<typeof domain>;

/** Languages that lessons are given in, as BCP 47 tags; named by Intl.DisplayNames. */
export const lessonLanguage = z.enum(['en', 'hi', 'bn', 'gu', 'kn', 'ml', 'mr', 'pa', 'ta', 'te', 'ur']);
export type LessonLanguage = z.infer<typeof lessonLanguage>;

/** Of all reviews; `average` (1 to 5, one decimal) is null while there is none. */
export const rating = z.object({ average: z.number().nullable(), count: z.number().int().nonnegative() });
export type Rating = z.infer<typeof rating>;
