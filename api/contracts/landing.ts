import { z } from 'zod';
import { mentorCard } from './mentors.ts';
import { session } from './sessions.ts';

/** All that the landing page shows, in one answer that is kept for everyone (WEB-1). */
export const landing = z.object({
  liveCount: z.number().int().nonnegative(),
  openCount: z.number().int().nonnegative(),
  mentorCount: z.number().int().nonnegative(),
  /** Live ones first, then the soonest; 10 at most. */
  topSessions: z.array(session),
  /** 10 at most. */
  bestMentors: z.array(mentorCard),
});
export type Landing = z.infer<typeof landing>;
