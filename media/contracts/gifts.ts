import { z } from 'zod';

/** A gift to the mentor, as the room learns of it (PAY-6, ROOM-7). */
export const gift = z.object({
  id: z.uuid(),
  from: z.object({ userId: z.uuid(), name: z.string().min(1).max(120) }),
  /** What it is worth is told to the giver and the mentor; null is for everybody else. */
  amountPaise: z.number().int().positive().nullable(),
});
export type Gift = z.infer<typeof gift>;
