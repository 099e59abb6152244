import { z } from 'zod';
import { id, instant, pageOf, text } from './common.ts';

export const reportReason = z.enum(['rude', 'harassment', 'inappropriate', 'spam', 'other']);
export type ReportReason = z.infer<typeof reportReason>;

/** What someone tells the admins about another person of a lesson (ROOM-16). It cannot be changed afterwards. */
export const createReport = z.object({ userId: id, reason: reportReason, text: text(2000).default('') });
export type CreateReport = z.infer<typeof createReport>;

const person = z.object({ id, name: z.string() });
export const report = z.object({
  id,
  session: z.object({ id, title: z.string() }),
  reporter: person,
  reported: person,
  reason: reportReason,
  text: z.string(),
  createdAt: instant,
});
export type Report = z.infer<typeof report>;
export const reportPage = pageOf(report);
