import { z } from 'zod';
import { id } from './common.ts';

const seconds = z.number().int().min(0);

/** How one person's connection carried in a lesson, as it was measured (ROOM-15). */
export const personQuality = z.object({
  user: z.object({ id, name: z.string() }),
  role: z.enum(['mentor', 'learner']),
  /** How long it was at each level; `lost` while they were away. What could not be measured is in none. */
  seconds: z.object({ good: seconds, fair: seconds, poor: seconds, lost: seconds }),
  /** Estimated mean opinion score (ITU-T P.800.1), 1 to 5; null when they were never connected for long enough. */
  score: z.object({ average: z.number(), lowest: z.number() }).nullable(),
  lostPercent: z.number().nullable(),
  roundTripMs: z.number().nullable(),
  /** Every way on which media went. */
  ways: z.array(z.enum(['udp', 'tcp', 'turn'])),
});
export type PersonQuality = z.infer<typeof personQuality>;

/** The mentor first. */
export const sessionQuality = z.object({ people: z.array(personQuality) });
export type SessionQuality = z.infer<typeof sessionQuality>;
