import type { Settings } from '../../config/settings.ts';
import { findBookingForMail, type Booking } from '../bookings/index.ts';
import type { JobData } from '../contracts/jobs.ts';
import { preferencesOf } from '../preferences/index.ts';
import { mailTexts } from '../text/mails.ts';
import { lessonCalendar } from './lessonCalendar.ts';
import { sendOnce, type MailServices } from './sendOnce.ts';
import type { Mail } from './transport.ts';
import { writeMail } from './writeMail.ts';

export interface MailContext extends MailServices {
  settings: Pick<Settings, 'publicUrl' | 'lesson' | 'mail' | 'tokens'>;
}

/**
 * Job `mail.bookingConfirmed`: tells a learner that the seat is theirs, with an entry for the calendar. A seat
 * that was given up before the mail went out is not mailed about, nor somebody who chose to get no such mails.
 * @throws Error of the SMTP dialogue; the job is then tried again.
 */
export async function sendBookingConfirmed(
  context: MailContext,
  { bookingId }: JobData<'mail.bookingConfirmed'>,
  job: { id: string; signal?: AbortSignal | undefined },
): Promise<void> {
  await sendOnce(context, { ...job, kind: 'mail.bookingConfirmed' }, async () => {
    const booking = await findBookingForMail(context.knex, bookingId);
    if (booking?.state !== 'confirmed') return null;
    const preferences = await preferencesOf(context.knex, booking.learnerId);
    return preferences?.ways.bookings.email ? composeBookingConfirmed(booking, context) : null;
  });
}

function composeBookingConfirmed(
  booking: Booking,
  { settings, host }: Omit<MailContext, keyof MailServices> & { host: string },
): Mail {
  const { session, learner } = booking;
  const { locale, timeZone } = learner;
  const texts = mailTexts(locale);
  const facts = {
    learnerName: learner.name,
    mentorName: session.mentor.name,
    title: session.title,
    topics: session.topics.map((topic) => topic.title),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone,
    durationMinutes: session.durationMinutes,
    enterMinutesBefore: settings.lesson.enterMinutesBefore,
    roomUrl: new URL(`/session/${session.roomCode}`, settings.publicUrl).href,
  };
  const calendar = lessonCalendar({
    locale,
    bookingId: booking.id,
    host,
    sequence: 0,
    bookedAt: booking.createdAt,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: session.title,
    description: texts.lessonEntry(facts),
    url: facts.roomUrl,
    // The mentor's own address stays private.
    organizer: { name: session.mentor.name, email: addressOf(settings.mail.from) },
    attendee: { name: learner.name, email: learner.email },
  });
  return {
    ...writeMail(learner, locale, texts.bookingConfirmed(facts)),
    calendar: { method: 'REQUEST', content: calendar },
  };
}

/** The address in `Name <address>`, or the whole when it has no name. */
const addressOf = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
