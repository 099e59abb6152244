import { plural } from '../plural.ts';

/** What the header, the cards and the lists of the public pages say. */
export const site = {
  site: {
    mentors: 'Mentors',
    register: 'Register',
    search: 'Search sessions',
    closeMenu: 'Close menu',
    forward: 'Further',
    back: 'Back',
    share: 'Share',
    linkCopied: 'The link is copied',
  },
  rating: {
    none: 'New',
    noneSaid: 'New, no ratings yet',
    said: (about: { average: string; count: number }) =>
      plural(about.count, {
        one: `${about.average} of 5 stars, 1 rating`,
        other: `${about.average} of 5 stars, ${about.count} ratings`,
      }),
    stars: (about: { count: number }) =>
      plural(about.count, { one: '1 of 5 stars', other: `${about.count} of 5 stars` }),
  },
  narrow: {
    anyTime: 'Any time',
    now: 'Live now',
    today: 'Today',
    week: 'Next 7 days',
    dates: 'Pick dates',
    anyPrice: 'Any price',
    upTo: (about: { price: string }) => `Up to ${about.price}`,
    stars: (about: { average: string }) => `${about.average} and up`,
  },
  mentorCard: {
    held: (about: { count: number }) =>
      plural(about.count, { one: '1 lesson given', other: `${about.count} lessons given` }),
    next: (about: { when: string }) => `Next ${about.when}`,
    noNext: 'Nothing planned now',
  },
  lists: {
    slow: 'This takes longer than usual.',
    waiting: 'You are offline. This is loaded once you are back.',
    more: 'Load more',
    loadingMore: 'Loading…',
  },
  domains: {
    Mathematics: 'Mathematics',
    Science: 'Science',
    Programming: 'Programming',
    Music: 'Music',
    Languages: 'Languages',
    Art: 'Art',
    Business: 'Business',
    Career: 'Career',
    Health: 'Health',
  },
};
