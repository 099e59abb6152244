import type { share as english } from '../en/share.ts';

export const share: typeof english = {
  sessionBy: ({ mentor, when }) => `${when} · ${mentor} के साथ`,
  mentor: 'PeerLearn पर लाइव पढ़ाते हैं',
  product: 'PeerLearn',
};
