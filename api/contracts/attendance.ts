import { z } from 'zod';
import { id, instant } from './common.ts';

/** Who was in a lesson's room, as the media nodes saw it (LES-9). */
export const sessionAttendance = z.object({
  people: z.array(
    z.object({
      user: z.object({ id, name: z.string() }),
      isMentor: z.boolean(),
      /** How long in all, whole seconds. */
      seconds: z.number().int().nonnegative(),
      /** In order, without overlap. */
      stays: z.array(z.object({ from: instant, to: instant })),
    }),
  ),
});
export type SessionAttendance = z.infer<typeof sessionAttendance>;
