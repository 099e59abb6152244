/** What search engines and share previews say of the public pages. */
export const pageHeads = {
  heads: {
    landingTitle: 'PeerLearn · Live lessons with mentors, in the browser',
    landingText:
      'Book a live session with a mentor, one to one or in a small group, and meet in a room in your browser. Nothing to install.',
    sessionsText: 'Live sessions that you can book now: one to one or in small groups, soonest first.',
    sessionWhen: ({ day, time, mentor }: { day: string; time: string; mentor: string }) =>
      `${day}, ${time}, with ${mentor}.`,
    mentors: 'Mentors',
    mentorsText: 'Mentors who teach live: see what they teach, what learners say and when they are free.',
    mentorText: ({ name }: { name: string }) => `${name} teaches live on PeerLearn.`,
    shareAlt: 'PeerLearn: live lessons in the browser',
  },
};
