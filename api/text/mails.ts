/** Words of our mails. Sentences as a person would say them; the layout decides how they look. */
export interface MailWords {
  subject: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  heading: string;
  greeting: string;
  intro: string;
  facts: { label: string; value: string }[];
  action: { label: string; url: string };
  notes: string[];
  footer: string;
}

/** Accounts have no time zone of their own yet; lessons are sold in rupees, so it is India's. */
const timeZone = 'Asia/Kolkata';
const dayFormat = new Intl.DateTimeFormat('en-IN', { dateStyle: 'full', timeZone });
const timeFormat = new Intl.DateTimeFormat('en-IN', { timeStyle: 'short', timeZone });

function when(startsAt: string, endsAt: string): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return `${dayFormat.format(start)}, ${timeFormat.format(start)} to ${timeFormat.format(end)} (India time)`;
}

export interface BookingConfirmedFacts {
  learnerName: string;
  mentorName: string;
  title: string;
  topics: string[];
  startsAt: string;
  endsAt: string;
  durationMinutes: number;
  enterMinutesBefore: number;
  roomUrl: string;
}

export function bookingConfirmedWords(facts: BookingConfirmedFacts): MailWords {
  return {
    subject: `Your seat is booked: ${facts.title}`,
    preview: `${when(facts.startsAt, facts.endsAt)}, with ${facts.mentorName}.`,
    heading: 'Your seat is booked',
    greeting: `Hello ${facts.learnerName},`,
    intro: `You have a seat in “${facts.title}” with ${facts.mentorName}.`,
    facts: [
      { label: 'When', value: when(facts.startsAt, facts.endsAt) },
      { label: 'How long', value: `${facts.durationMinutes} minutes` },
      { label: 'Mentor', value: facts.mentorName },
      { label: 'Topics', value: facts.topics.join(' · ') },
    ],
    action: { label: 'Open the room', url: facts.roomUrl },
    notes: [
      `The room opens ${facts.enterMinutesBefore} minutes before the start, or as soon as your mentor is live.`,
      'The attached entry puts the lesson into your calendar.',
    ],
    footer: 'PeerLearn sent you this because you booked a lesson.',
  };
}

export const lessonEntryWords = (facts: { mentorName: string; topics: string[]; roomUrl: string }) =>
  `A PeerLearn lesson with ${facts.mentorName}.\nTopics: ${facts.topics.join(', ')}\nRoom: ${facts.roomUrl}`;
