import type { Locale } from '../contracts/accounts.ts';
import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface LessonEntry {
  locale: Locale;
  /** The seat: each booked learner has an entry of their own. */
  bookingId: string;
  host: string;
  /** Rises when the lesson moves, so that calendars take the newer one (RFC 5545 3.8.7.4). */
  sequence: number;
  /** ISO instants. */
  bookedAt: string;
  startsAt: string;
  endsAt: string;
  title: string;
  description: string;
  url: string;
  organizer: { name: string; email: string };
  attendee: { name: string; email: string };
}

/**
 * A lesson as an iCalendar request (RFC 5545, RFC 5546) in UTC. The learner has accepted it by booking, so
 * calendars enter it without asking back; a later one with the same UID moves or cancels it.
 */
export function lessonCalendar(entry: LessonEntry): string {
  const calendar = ical({
    prodId: { company: 'PeerLearn', product: 'Lessons', language: entry.locale.toUpperCase() },
    method: ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: `${entry.bookingId}@${entry.host}`,
    sequence: entry.sequence,
    stamp: new Date(entry.bookedAt),
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary: entry.title,
    description: entry.description,
    location: entry.url,
    url: entry.url,
    status: ICalEventStatus.CONFIRMED,
    organizer: entry.organizer,
  });
  event.createAttendee({ ...entry.attendee, status: ICalAttendeeStatus.ACCEPTED, rsvp: false });
  return calendar.toString();
}
