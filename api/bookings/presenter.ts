import { presentPerson } from '../accounts/index.ts';
import type { Booking as BookingView } from '../contracts/bookings.ts';
import { type LessonWindows, opensAt, presentSession } from '../sessions/index.ts';
import type { Booking } from './model.ts';

/** A booking (with `bookingGraph`) as its learner and its mentor see it. */
export function presentBooking(booking: Booking, windows: LessonWindows): BookingView {
  const { id, state, createdAt, learner, session } = booking;
  const seated = state === 'confirmed' || state === 'attended';
  return {
    ...{ id, state, createdAt },
    learner: presentPerson(learner),
    session: presentSession(session),
    roomCode: seated ? session.roomCode : null,
    opensAt: seated ? opensAt(session, 'learner', windows) : null,
  };
}
