import type {
  BookingConfirmedFacts,
  EmailCodeFacts,
  MailWords,
  NotificationFacts,
  PasswordChangedFacts,
} from '../mails.ts';
import { zonedTimes } from '../zonedTimes.ts';

function lessonTime({ startsAt, endsAt, timeZone }: BookingConfirmedFacts): string {
  const times = zonedTimes('en-IN', timeZone);
  return `${times.day(startsAt)}, ${times.time(startsAt)} to ${times.time(endsAt)} (${times.zone(startsAt)})`;
}

function momentTime(iso: string, timeZone: string): string {
  const times = zonedTimes('en-IN', timeZone);
  return `${times.day(iso)}, ${times.time(iso)} (${times.zone(iso)})`;
}

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

const greet = (name: string) => `Hello ${name},`;
const chosen = ({ settingsUrl }: NotificationFacts) => ({
  notes: [`Which mails you get is for you to choose: ${settingsUrl}`],
  footer: 'PeerLearn sent you this because your settings say so.',
});

export const mails = {
  bookingConfirmed: (facts: BookingConfirmedFacts): MailWords => ({
    subject: `Your seat is booked: ${facts.title}`,
    preview: `${lessonTime(facts)}, with ${facts.mentorName}.`,
    heading: 'Your seat is booked',
    greeting: greet(facts.learnerName),
    intro: `You have a seat in “${facts.title}” with ${facts.mentorName}.`,
    facts: [
      { label: 'When', value: lessonTime(facts) },
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
  }),

  lessonEntry: (facts: { mentorName: string; topics: string[]; roomUrl: string }) =>
    `A PeerLearn lesson with ${facts.mentorName}.\nTopics: ${facts.topics.join(', ')}\nRoom: ${facts.roomUrl}`,

  /** No name in it: nobody can use us to send words of their own to a stranger. */
  emailCode: (facts: EmailCodeFacts): MailWords => {
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
  },

  accountExists: ({ logInUrl }: { logInUrl: string }): MailWords => ({
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
  }),

  passwordChanged: (facts: PasswordChangedFacts): MailWords => ({
    subject: 'Your PeerLearn password was changed',
    preview: 'All other log-ins were ended.',
    heading: 'Your password was changed',
    greeting: greet(facts.name),
    intro: 'Your password is a new one now. Everywhere else you have been logged out.',
    facts: [{ label: 'When', value: momentTime(facts.changedAt, facts.timeZone) }],
    action: { label: 'Log in', url: facts.logInUrl },
    notes: ['Not you? Somebody can read your mail. Secure your mailbox first, then set a new password here.'],
    footer: 'PeerLearn sent you this because your password was changed.',
  }),

  /** Notifications that have no mail of their own. */
  notifications: {
    'session.booked': (facts: NotificationFacts): MailWords => ({
      subject: `A seat was booked: ${facts.subject.title ?? ''}`,
      preview: `${facts.subject.learner ?? ''} comes to your lesson.`,
      heading: 'A seat was booked',
      greeting: greet(facts.name),
      intro: `${facts.subject.learner ?? ''} booked a seat in your lesson “${facts.subject.title ?? ''}”.`,
      facts: [],
      action: { label: 'Look at the lesson', url: facts.url },
      ...chosen(facts),
    }),
    'session.live': (facts: NotificationFacts): MailWords => ({
      subject: `Live now: ${facts.subject.title ?? ''}`,
      preview: 'The room is open.',
      heading: 'Your lesson is live',
      greeting: greet(facts.name),
      intro: `“${facts.subject.title ?? ''}” is live. Come in.`,
      facts: [],
      action: { label: 'Open the room', url: facts.url },
      ...chosen(facts),
    }),
    'session.cancelled': (facts: NotificationFacts): MailWords => ({
      subject: `Cancelled: ${facts.subject.title ?? ''}`,
      preview: 'The mentor cannot give this lesson.',
      heading: 'Your lesson was cancelled',
      greeting: greet(facts.name),
      intro: `The mentor cancelled “${facts.subject.title ?? ''}”. Your seat is given back; there is nothing to do.`,
      facts: [],
      action: { label: 'Look at the lesson', url: facts.url },
      ...chosen(facts),
    }),
    'session.resources': (facts: NotificationFacts): MailWords => ({
      subject: `Files for you: ${facts.subject.title ?? ''}`,
      preview: 'Your mentor left something to read and keep.',
      heading: 'Your mentor left files for you',
      greeting: greet(facts.name),
      intro: `There is something new with “${facts.subject.title ?? ''}”. You find it on the session’s page.`,
      facts: [],
      action: { label: 'Look at the files', url: facts.url },
      ...chosen(facts),
    }),
    'account.exportReady': (facts: NotificationFacts): MailWords => ({
      subject: 'Your data are ready',
      preview: 'Download everything of yours at PeerLearn.',
      heading: 'Your data are ready',
      greeting: greet(facts.name),
      intro: 'You asked for everything of yours at PeerLearn. It is ready to download.',
      facts: [],
      action: { label: 'Download it', url: facts.url },
      ...chosen(facts),
    }),
    'account.newLogIn': (facts: NotificationFacts): MailWords => ({
      subject: 'New log-in to your PeerLearn account',
      preview: 'From a browser that we have not seen before.',
      heading: 'New log-in',
      greeting: greet(facts.name),
      intro: 'Somebody, probably you, logged in to your account from a browser that we have not seen before.',
      facts: [
        { label: 'When', value: momentTime(facts.createdAt, facts.timeZone) },
        { label: 'Browser', value: facts.subject.browser ?? 'unknown' },
        { label: 'System', value: facts.subject.system ?? 'unknown' },
      ],
      action: { label: 'See where you are logged in', url: facts.url },
      notes: ['Not you? End that log-in there, and set a new password.'],
      footer: 'PeerLearn sent you this because it is about the safety of your account.',
    }),
  },
};
