import type { MailWords } from '../mails.ts';

/** Words of the data export and of the deletion of an account. */
export const privacyText = {
  deletedName: 'Deleted account',
  export: {
    title: 'Your data at PeerLearn',
    lead: 'Everything that PeerLearn stores about you, as it was when you asked for it.',
    madeFor: (about: { name: string; day: string }) => `For ${about.name}, ${about.day}`,
    entries: (about: { count: number }) => (about.count === 1 ? '1 entry' : `${about.count} entries`),
    sections: {
      account: 'Your account: name, e-mail, language and time zone',
      profile: 'What you told about yourself',
      topics: 'Your domains, skills and interests',
      preferences: 'What you want to be told, and when',
      'log-ins': 'Browsers in which you were logged in',
      security: 'Your second factor',
      bookings: 'Seats that you booked',
      sessions: 'Sessions that you gave',
      attendance: 'When you were in the room of a session',
      connections: 'How well your connection carried in sessions',
      chat: 'What you wrote in the chat of sessions',
      recordings: 'Recordings of sessions in which you are heard or seen',
      board: 'What you drew on whiteboards',
      checklists: 'What you ticked and added in the topics of sessions',
      reports: 'What you reported about others',
      'reviews-written': 'Reviews that you wrote',
      'reviews-received': 'Reviews of your sessions',
      notifications: 'What you were told',
      'payout-account': 'Where your money goes, masked',
      files: 'Files that you sent',
      acts: 'What you did that is written into the log',
      exports: 'When you asked for your data',
    },
  },
  farewell: (facts: { name: string }): MailWords => ({
    subject: 'Your PeerLearn account is deleted',
    preview: 'What was yours is gone. Thank you for having been here.',
    heading: 'Your account is deleted',
    greeting: `Hello ${facts.name},`,
    intro:
      'Your account is deleted, as you asked. Name, e-mail, profile, picture and settings are gone, and seats that you had booked are free again.',
    facts: [],
    notes: [
      'What others and the books need (sessions, seats, reviews) stays without your name.',
      'You can sign up again with this address whenever you like.',
    ],
    footer: 'PeerLearn sent you this because your account was deleted. It is the last mail.',
  }),
};
