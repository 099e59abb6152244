import { plural } from '../plural.ts';

export const topicInput = {
  topicInput: {
    count: (about: { count: number; max: number }) => `${about.count} of ${about.max}`,
    full: (about: { max: number }) => `That is all ${about.max}. Remove one to add another.`,
    list: 'Suggestions',
    didYouMean: 'Did you mean',
    questionMark: '?',
    addAsTyped: (about: { typed: string }) => `Add “${about.typed}” as typed`,
    found: (about: { count: number }) =>
      plural(about.count, { one: '1 suggestion', other: `${about.count} suggestions` }),
    twice: (about: { name: string }) => `${about.name} is already there.`,
    enter: 'Enter',
  },
};
