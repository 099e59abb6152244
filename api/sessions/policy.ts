import type { Role } from '../contracts/accounts.ts';
import type { BookingState } from '../contracts/bookings.ts';

/** How someone stands to a lesson's room. */
export type Standing = 'mentor' | 'learner' | 'admin';

const seated: BookingState[] = ['confirmed', 'attended'];

/** In which part someone may be in a lesson's room, ever; null for strangers (ROOM-1). */
export function standingOf(
  me: { userId: string; role: Role },
  lesson: { mentorId: string },
  seat: { state: BookingState } | null,
): Standing | null {
  if (me.userId === lesson.mentorId) return 'mentor';
  if (seat && seated.includes(seat.state)) return 'learner';
  return me.role === 'admin' ? 'admin' : null;
}
