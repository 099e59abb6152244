/** Text of the checklist in a room, and of what a session keeps of it. */
export const topics = {
  topics: {
    title: 'Topics',
    word: 'Topics',
    open: 'Open topics',
    close: 'Close topics',
    progress: (about: { done: number; count: number }) => `${about.done} of ${about.count}`,
    progressOf: (about: { done: number; count: number }) => `Topics, ${about.done} of ${about.count} covered`,
    coveredAt: 'covered at',
    byMentor: 'The mentor ticks what you have covered.',
    add: 'Add the topic',
    addTitle: 'Add a topic',
    full: 'No more topics can be added.',
    failed: 'The topics could not be loaded.',
    retry: 'Try again',
    sending: 'Sending…',
    notSent: 'Not saved.',
    discard: 'Discard',
    why: {
      kept: 'It could not be stored.',
      often: 'Too many at once. Wait a moment.',
      refused: 'The room refused it.',
    },
    said: {
      covered: (about: { title: string; done: number; count: number }) =>
        `${about.title} is covered, ${about.done} of ${about.count}`,
      open: (about: { title: string; done: number; count: number }) =>
        `${about.title} is open again, ${about.done} of ${about.count}`,
      added: (about: { title: string }) => `New topic: ${about.title}`,
    },
    kept: {
      title: 'Topics covered',
      text: 'With the time in the lesson at which the mentor ticked them.',
      failed: 'The topics could not be loaded.',
      notCovered: 'not covered',
    },
  },
};
