/** Words of /dev/ui. It is for developers and is not translated, so it stays out of the catalogue. */
export const kit = {
  title: 'Design system',
  lead: 'Every part of web/ui in its states. Tokens are in web/ui/styles/tokens.css.',
  closed: 'This page exists in demo mode only.',
  sections: {
    colours: 'Colours',
    type: 'Type',
    buttons: 'Buttons',
    fields: 'Fields',
    choices: 'Choices',
    badges: 'Badges and people',
    cards: 'Cards and tickets',
    lists: 'Tabs and topics',
    feedback: 'Feedback',
    over: 'Over the page',
    icons: 'Icons',
  },
  session: {
    title: 'Python generators, step by step',
    mentor: 'Vikram Iyer',
    topics: [
      'Iterators and next()',
      'yield and lazy lists',
      'Pipelines with generators',
      'A generator of your own',
    ],
  },
} as const;
