import { z } from 'zod';

export const topicQuery = z.object({ q: z.string().trim().max(40).default('') });

/** Best first. `spelling`: it is not what was typed, but probably what was meant. */
export const topicSuggestions = z.object({
  items: z.array(z.object({ title: z.string(), match: z.enum(['beginning', 'inside', 'spelling']) })),
});
export type TopicSuggestion = z.infer<typeof topicSuggestions>['items'][number];
