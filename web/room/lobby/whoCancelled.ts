import type { Booking } from '../../../api/contracts/bookings.ts';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import type { RoomEnd } from '../roomTypes.ts';

/** Whether a seat that was given up takes the lesson from the person of this page, and who gave it up. */
export function endByBooking(
  { id, capacity, mine }: SessionForMe,
  { session, state, learner }: Booking,
  myId: string,
): RoomEnd | undefined {
  if (session.id !== id || state !== 'cancelled' || session.state === 'live') return undefined;
  // With the whole lesson: whoever cancelled that is its mentor.
  if (session.state === 'cancelled') {
    const role = mine?.isMentor ? 'self' : 'mentor';
    return { reason: 'cancelled', by: { name: session.mentor.name, role } };
  }
  if (learner.id === myId) return { reason: 'cancelled', by: { name: learner.name, role: 'self' } };
  const alone = mine?.isMentor === true && capacity === 1;
  return alone ? { reason: 'cancelled', by: { name: learner.name, role: 'learner' } } : undefined;
}
