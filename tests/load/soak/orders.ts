import { z } from 'zod';
import { circle } from './people.ts';

const range = z.tuple([z.number(), z.number()]).readonly();

/** What a crowd is told to do; times are in milliseconds, least and most. */
export const crowdOrders = z.object({
  apiUrl: z.string(),
  circles: z.array(circle),
  joinsPerMinute: z.number(),
  stayMs: range,
  lessonMs: range,
});
export type CrowdOrders = z.infer<typeof crowdOrders>;
export const crowdReport = z.object({ what: z.string() });
