/** Words of our mails. Sentences as a person would say them; the layout decides how they look. */
export interface MailWords {
  subject: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  heading: string;
  greeting: string;
  intro: string;
  /** Digits to be typed elsewhere: large, and easy to copy. */
  code?: string;
  facts: { label: string; value: string }[];
  action?: { label: string; url: string };
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

const codeReasons = {
  sign_up: {
    heading: 'Your code for PeerLearn',
    intro: 'Type this code where you are signing up. It shows that this address is yours.',
    footer: 'PeerLearn sent you this because someone, probably you, signs up with this address.',
  },
  log_in: {
    heading: 'Your log-in code',
    intro: 'Type this code where you are logging in.',
    footer: 'PeerLearn sent you this because someone, probably you, logs in with this address.',
  },
  reset: {
    heading: 'Set a new password',
    intro: 'Type this code where you are setting a new password.',
    footer: 'PeerLearn sent you this because someone, probably you, forgot the password.',
  },
};

/** No name in it: nobody can use us to send words of their own to a stranger. */
export function emailCodeWords(facts: {
  kind: keyof typeof codeReasons;
  digits: string;
  minutes: number;
}): MailWords {
  const { heading, intro, footer } = codeReasons[facts.kind];
  return {
    subject: `${facts.digits} is your PeerLearn code`,
    preview: `${intro} Good for ${facts.minutes} minutes.`,
    ...{ heading, greeting: 'Hello,', intro, code: facts.digits, facts: [], footer },
    notes: [
      `The code is good for ${facts.minutes} minutes. Only the newest one works.`,
      'Not you? Then do nothing, and tell nobody the code. Without it nothing happens.',
    ],
  };
}

export const accountExistsWords = ({ logInUrl }: { logInUrl: string }): MailWords => ({
  subject: 'You have a PeerLearn account already',
  preview: 'Somebody signed up with this address, which has an account.',
  heading: 'You have an account already',
  greeting: 'Hello,',
  intro: 'Someone, probably you, just signed up at PeerLearn with this address. It has an account.',
  facts: [],
  action: { label: 'Log in', url: logInUrl },
  notes: [
    'Forgot your password? Choose “Forgot password?” there.',
    'Not you? Then do nothing. Nothing has changed.',
  ],
  footer: 'PeerLearn sent you this because this address was used to sign up.',
});

export const passwordChangedWords = (facts: {
  name: string;
  changedAt: string;
  logInUrl: string;
}): MailWords => {
  const at = new Date(facts.changedAt);
  return {
    subject: 'Your PeerLearn password was changed',
    preview: 'All other log-ins were ended.',
    heading: 'Your password was changed',
    greeting: `Hello ${facts.name},`,
    intro: 'Your password is a new one now. Everywhere else you have been logged out.',
    facts: [{ label: 'When', value: `${dayFormat.format(at)}, ${timeFormat.format(at)} (India time)` }],
    action: { label: 'Log in', url: facts.logInUrl },
    notes: ['Not you? Somebody can read your mail. Secure your mailbox first, then set a new password here.'],
    footer: 'PeerLearn sent you this because your password was changed.',
  };
};
