import { presentPerson } from '../accounts/index.ts';
import { presentRating } from '../catalogue/index.ts';
import type { BookingState } from '../contracts/bookings.ts';
import type { Session as SessionView, SessionForMe } from '../contracts/sessions.ts';
import type { Session } from './model.ts';
import { standingOf } from './policy.ts';
import { type LessonWindows, opensAt } from './rules.ts';
import type { Caller } from '../accounts/index.ts';

/** A lesson (with `sessionGraph`) as anyone may see it. */
export function presentSession(session: Session): SessionView {
  const { id, title, description, domains, startsAt, endsAt, durationMinutes, capacity } = session;
  const { pricePaise, state, language, extendedMinutes } = session;
  return {
    ...{ id, title, description, domains, startsAt, endsAt, durationMinutes, capacity },
    ...{ pricePaise, state, language, extendedMinutes },
    topics: session.topics.map((topic) => topic.title),
    seatsLeft: capacity - session.seatsTaken,
    mentor: { ...presentPerson(session.mentor), rating: presentRating(session.figures) },
  };
}

/** A lesson with how the caller stands to it. Only those who may ever enter learn the room's code. */
export function presentSessionForMe(
  session: Session,
  me: Caller | null,
  seat: { id: string; state: BookingState } | null,
  windows: LessonWindows,
): SessionForMe {
  const standing = me && standingOf(me, session, seat);
  return {
    ...presentSession(session),
    mine: me && {
      isMentor: standing === 'mentor',
      bookingId: seat?.id ?? null,
      bookingState: seat?.state ?? null,
      roomCode: standing ? session.roomCode : null,
      opensAt: standing && standing !== 'admin' ? opensAt(session, standing, windows) : null,
    },
  };
}
