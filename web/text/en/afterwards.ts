/** Text of what comes after a lesson: rating it, and who was there. */
export const afterwards = {
  afterwards: {
    toPage: 'See the session’s page',
    endedMentor: 'Chat and topics are kept on the session’s page.',
    endedLearner: (about: { mentor: string }) =>
      `Thank you for being there. What ${about.mentor} and you wrote and covered is kept on the session’s page.`,
    rate: {
      title: 'How was the lesson?',
      yours: 'Your rating',
      stars: 'Stars',
      star: (about: { count: number }) => (about.count === 1 ? '1 star' : `${about.count} stars`),
      words: 'What was good, what could be better?',
      wordsHelp: (about: { mentor: string }) => `Shown on the page of ${about.mentor} with your first name.`,
      send: 'Send the rating',
      change: 'Change it',
      sending: 'Sending…',
      thanks: 'Thank you for your rating.',
      until: (about: { day: string }) => `You can change it until ${about.day}.`,
      failed: 'Your rating could not be sent',
      missing: 'Choose 1 to 5 stars.',
    },
    attendance: {
      title: 'Who was there',
      text: 'As the room saw it. The bar is the whole time in which somebody was there.',
      failed: 'It could not be loaded who was there.',
      you: 'You',
      mentor: 'Mentor',
      minutes: (about: { count: number }) =>
        about.count === 0 ? 'less than a minute' : about.count === 1 ? '1 minute' : `${about.count} minutes`,
      stay: (about: { from: string; to: string }) => `${about.from} to ${about.to}`,
    },
  },
};
