import type { Settings } from '../../config/settings.ts';
import { findBookingForMail, type Booking } from '../bookings/index.ts';
import type { JobData } from '../contracts/jobs.ts';
import { bookingConfirmedWords, lessonEntryWords } from '../text/mails.ts';
import { renderHtml, renderText } from './layout.ts';
import { lessonCalendar } from './lessonCalendar.ts';
import { sendOnce, type MailServices } from './sendOnce.ts';
import type { Mail } from './transport.ts';

export interface MailContext extends MailServices {
  settings: Pick<Settings, 'publicUrl' | 'lesson' | 'mail' | 'tokens'>;
}

/**
 * Job `mail.bookingConfirmed`: tells a learner that the seat is theirs, with an entry for the calendar. A seat
 * that was given up before the mail went out is not mailed about.
 * @throws Error of the SMTP dialogue; the job is then tried again.
 */
export async function sendBookingConfirmed(
  context: MailContext,
  { bookingId }: JobData<'mail.bookingConfirmed'>,
  job: { id: string; signal?: AbortSignal | undefined },
): Promise<void> {
  await sendOnce(context, { ...job, kind: 'mail.bookingConfirmed' }, async () => {
    const booking = await findBookingForMail(context.knex, bookingId);
    return booking?.state === 'confirmed' ? composeBookingConfirmed(booking, context) : null;
  });
}

export function composeBookingConfirmed(
  booking: Booking,
  { settings, host }: Omit<MailContext, keyof MailServices> & { host: string },
): Mail {
  const { session, learner } = booking;
  const facts = {
    learnerName: learner.name,
    mentorName: session.mentor.name,
    title: session.title,
    topics: session.topics.map((topic) => topic.title),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    durationMinutes: session.durationMinutes,
    enterMinutesBefore: settings.lesson.enterMinutesBefore,
    roomUrl: new URL(`/session/${session.roomCode}`, settings.publicUrl).href,
  };
  const words = bookingConfirmedWords(facts);
  const calendar = lessonCalendar({
    bookingId: booking.id,
    host,
    sequence: 0,
    bookedAt: booking.createdAt,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: session.title,
    description: lessonEntryWords(facts),
    url: facts.roomUrl,
    // The mentor's own address stays private.
    organizer: { name: session.mentor.name, email: addressOf(settings.mail.from) },
    attendee: { name: learner.name, email: learner.email },
  });
  return {
    to: { name: learner.name, address: learner.email },
    subject: words.subject,
    text: renderText(words),
    html: renderHtml(words),
    calendar: { method: 'REQUEST', content: calendar },
  };
}

/** The address in `Name <address>`, or the whole when it has no name. */
const addressOf = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
