import type { BookingState } from '../contracts/bookings.ts';
import type { ErrorCode } from '../contracts/errors.ts';
import type { SessionState } from '../contracts/sessions.ts';

/** States in which a seat is the learner's and counts against the capacity. */
export const liveStates: BookingState[] = ['held', 'awaiting_approval', 'confirmed', 'attended', 'no_show'];

interface Lesson {
  state: SessionState;
  endsAt: string;
  pricePaise: number;
}

/** Why nobody may book a lesson now; null when they may, as long as seats are left. */
export function refuseBooking(lesson: Lesson, now: Date): ErrorCode | null {
  if (lesson.state !== 'scheduled' && lesson.state !== 'live') return 'wrong_state';
  if (now >= new Date(lesson.endsAt)) return 'too_late';
  // A paid seat is held until its payment; there are no payments yet, and no way to publish a paid lesson.
  return lesson.pricePaise > 0 ? 'wrong_state' : null;
}

/** Why a learner may not give up a seat now; null when they may (LES-10). */
export function refuseCancel(booking: { state: BookingState }, lesson: Lesson): ErrorCode | null {
  return booking.state === 'confirmed' && lesson.state === 'scheduled' ? null : 'wrong_state';
}
