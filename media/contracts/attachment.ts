import { z } from 'zod';

/** A file that belongs to a lesson, as messages name it. */
export const attachedFile = z.object({
  id: z.uuid(),
  /** As its sender's device called it, with the ending that its content has. */
  name: z.string().min(1).max(200),
  /** Media type, found by its content. */
  type: z.string().max(100),
  bytes: z.number().int().positive(),
});
export type AttachedFile = z.infer<typeof attachedFile>;

/** Audience claim of an attachment's token, so that no other token of ours can be used as one. */
export const attachmentAudience = 'peerlearn-attachment';

/**
 * What the api says of a file that was sent for a lesson's chat (JWT, HS256, signed with the tickets' key): who sent it, for
 * which lesson, and for whom. The media node takes no other file into a message.
 */
export const attachmentClaims = z.object({
  sub: z.uuid(),
  sessionId: z.uuid(),
  /** For one person alone; null is for everybody. */
  to: z.uuid().nullable(),
  file: attachedFile,
});
export type AttachmentClaims = z.infer<typeof attachmentClaims>;
