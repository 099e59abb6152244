/** What stands on the pictures of share previews. */
export const share = {
  sessionBy: (about: { mentor: string; when: string }) => `${about.when} · with ${about.mentor}`,
  mentor: 'Teaches live on PeerLearn',
  product: 'PeerLearn',
};
