import { z } from 'zod';
import { person } from './accounts.ts';
import { id, instant, page, pageOf } from './common.ts';
import { session } from './sessions.ts';

export const bookingState = z.enum([
  'held',
  'awaiting_approval',
  'confirmed',
  'attended',
  'no_show',
  'expired',
  'rejected',
  'cancelled',
  'declined',
]);
export type BookingState = z.infer<typeof bookingState>;

export const bookSession = z.object({ sessionId: id });

export const booking = z.object({
  id,
  state: bookingState,
  createdAt: instant,
  learner: person,
  session,
  /** For a confirmed seat: the room's code, and from when it may be entered. */
  roomCode: id.nullable(),
  opensAt: instant.nullable(),
});
export type Booking = z.infer<typeof booking>;

export const bookingList = page.extend({ scope: z.enum(['upcoming', 'past']).default('upcoming') });
export type BookingList = z.infer<typeof bookingList>;
export const bookingPage = pageOf(booking);
