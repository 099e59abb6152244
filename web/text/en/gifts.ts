/** The room's thanks for gifts. */
export const gifts = {
  gifts: {
    thanks: 'Thank you!',
    toYou: (about: { name: string; amount: string }) => `${about.name} has given you ${about.amount}.`,
    fromYou: (about: { mentor: string; amount: string }) =>
      `${about.mentor} has your gift of ${about.amount}.`,
    toMentor: (about: { name: string; mentor: string }) => `${about.name} has given ${about.mentor} a gift.`,
  },
};
