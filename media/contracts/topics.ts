import { z } from 'zod';

/** Longest title of a topic, in UTF-16 code units. */
export const longestTopicTitle = 80;
/** So many topics the mentor may add while the lesson goes on. */
export const mostAddedTopics = 30;

/**
 * A topic of the lesson's checklist: one that was planned by its place in `topics` of the session, from 0 on; one that
 * was added in the room by an id that its page gave it.
 */
export const topicRef = z.union([z.string().regex(/^\d{1,3}$/u), z.uuid()]);
export const plannedRef = (place: number): string => String(place);

export const topicTitle = z
  .string()
  .trim()
  .min(1)
  .max(longestTopicTitle)
  .regex(/^[^\p{Cc}]*$/u);

/** What the mentor does with the checklist. A topic that is added brings its own id. */
export const topicAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('tick'), topic: topicRef }),
  z.object({ act: z.literal('untick'), topic: topicRef }),
  z.object({ act: z.literal('add'), topic: z.uuid(), title: topicTitle }),
]);
export type TopicAct = z.infer<typeof topicAct>;

/** An act as it stands in the room's log. */
export const topicChange = z.object({
  id: z.uuid(),
  /** The id under which its page sent it: one that is sent again is the same change. */
  clientId: z.uuid(),
  /** Its place among the room's changes: later ones have larger numbers. */
  position: z.number().int().positive(),
  at: z.iso.datetime(),
  /** The same moment by the lesson's clock (milliseconds). */
  clockMs: z.number().int().nonnegative(),
  did: topicAct,
});
export type TopicChange = z.infer<typeof topicChange>;
