import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { authGate } from '../accounts/authGate.ts';
import { credentials } from '../lib/credentials.ts';
import { isBooking } from './bookSeat.ts';
import { isOpen } from './queries.ts';

const seatStates = ['confirmed', 'attended'];

export const hasSeat = (session: SessionForMe): boolean =>
  seatStates.includes(session.mine?.bookingState ?? '');

/** Who was part of a lesson; an admin only visits. */
export const tookPart = ({ mine }: SessionForMe): boolean =>
  mine !== null && (mine.isMentor || mine.bookingId !== null);

/** Seats are for learners; a visitor may turn out to be one. */
export const isBuyer = (): boolean => (credentials.user()?.role ?? 'learner') === 'learner';

export const isBookable = (session: SessionForMe): boolean =>
  isOpen(session) && !hasSeat(session) && isBuyer() && session.seatsLeft > 0;

/** Booking a seat in a lesson: `begin` asks a visitor to log in first and then goes on. */
export function createBooking(session: () => SessionForMe) {
  let begun = false;
  return {
    busy: () => isBooking(session().id),
    /** Whether a seat was asked for here. */
    begun: () => begun,
    begin: () => {
      begun = true;
      authGate.after({ kind: 'book', sessionId: session().id });
    },
  };
}

export type SeatBooking = ReturnType<typeof createBooking>;
