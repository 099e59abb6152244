import { z } from 'zod';
import { attachedFile } from '../../media/contracts/attachment.ts';
import { id, instant, line } from './common.ts';

/** A file that was sent (purpose `sessionFile`) and is now put to its use; `name` is what the device calls it. */
const sentFile = { uploadId: id, name: line(1, 200) };

/** For the chat of a lesson that goes on: for everybody, or for one person alone (ROOM-8). */
export const attachToChat = z.object({ ...sentFile, to: id.nullable() });
export type AttachToChat = z.infer<typeof attachToChat>;
/** `token` goes into the message: the media node takes files only with one. */
export const chatAttachment = z.object({ file: attachedFile, token: z.string() });
export type ChatAttachment = z.infer<typeof chatAttachment>;

/** Something that the mentor leaves with a lesson (LES-16). */
export const addResource = z.object(sentFile);
export type AddResource = z.infer<typeof addResource>;
export const resource = attachedFile.extend({ addedAt: instant });
export type Resource = z.infer<typeof resource>;
export const resources = z.object({ items: z.array(resource) });

export const fileParams = z.object({ id, fileId: id });
/** Leads to the file for some minutes; then another is asked for. */
export const fileLink = z.object({ url: z.string(), expiresAt: instant });
