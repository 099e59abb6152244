import { z } from 'zod';
import { logIn } from './accounts.ts';
import { id, instant } from './common.ts';

/** A zip with everything of mine, made by a job (WEB-6). */
export const dataExport = z.object({
  id,
  state: z.enum(['preparing', 'ready', 'failed', 'expired']),
  askedAt: instant,
  /** When the file is removed. */
  expiresAt: instant.nullable(),
  bytes: z.number().int().nullable(),
  /** Signed and good for some minutes; ask again for a fresh one. */
  downloadUrl: z.string().nullable(),
});
export type DataExport = z.infer<typeof dataExport>;
export const dataExports = z.object({ items: z.array(dataExport) });

/** Why an account cannot go yet, by what has to be settled first. */
export const deletionBlock = z.enum(['liveSession', 'upcomingSessions', 'lastAdmin']);
export type DeletionBlock = z.infer<typeof deletionBlock>;
export const accountDeletion = z.object({ blockedBy: z.array(deletionBlock) });
export const deleteAccount = logIn.pick({ password: true });
