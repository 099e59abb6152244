import { z } from 'zod';
import { attachedFile } from './attachment.ts';

/** Longest message, in UTF-16 code units, as `maxlength` of a text area counts them. */
export const longestChatText = 4_000;

/** What is said: whatever can be shown, and something of it. */
export const chatText = z
  .string()
  .trim()
  .min(1)
  .max(longestChatText)
  .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u);

/** A message as those it is for see it, and as workers keep it. Who wrote it comes from their ticket. */
export const chatMessage = z.object({
  id: z.uuid(),
  /** The id under which its page sent it: one that is sent again is the same message. */
  clientId: z.uuid(),
  /** Its place among the room's messages: later ones have larger numbers. */
  position: z.number().int().positive(),
  at: z.iso.datetime(),
  userId: z.uuid(),
  name: z.string(),
  /** For one person alone; null is for everybody. */
  to: z.object({ userId: z.uuid(), name: z.string() }).nullable(),
  text: z.string(),
  /** A file that came with it; then there may be no words. */
  file: attachedFile.optional(),
});
export type ChatMessage = z.infer<typeof chatMessage>;
