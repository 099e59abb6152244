import type { topics as english } from '../en/topics.ts';

export const topics: typeof english = {
  topics: {
    title: 'टॉपिक',
    word: 'टॉपिक',
    open: 'टॉपिक खोलें',
    close: 'टॉपिक बंद करें',
    progress: (about) => `${about.count} में से ${about.done}`,
    progressOf: (about) => `टॉपिक, ${about.count} में से ${about.done} पूरे`,
    coveredAt: 'पूरा हुआ:',
    byMentor: 'जो पूरा हो जाता है उस पर मेंटर निशान लगाते हैं।',
    add: 'टॉपिक जोड़ें',
    addTitle: 'नया टॉपिक लिखें',
    full: 'और टॉपिक नहीं जोड़े जा सकते।',
    failed: 'टॉपिक लोड नहीं हो सके।',
    retry: 'फिर कोशिश करें',
    sending: 'भेजा जा रहा है…',
    notSent: 'सहेजा नहीं गया।',
    discard: 'छोड़ दें',
    why: {
      kept: 'इसे सहेजा नहीं जा सका।',
      often: 'एक साथ बहुत सारे बदलाव। थोड़ा रुकें।',
      refused: 'रूम ने इसे नहीं लिया।',
    },
    said: {
      covered: (about) => `${about.title} पूरा हुआ, ${about.count} में से ${about.done}`,
      open: (about) => `${about.title} फिर से खुला है, ${about.count} में से ${about.done}`,
      added: (about) => `नया टॉपिक: ${about.title}`,
    },
    kept: {
      title: 'पूरे हुए टॉपिक',
      text: 'हर टॉपिक के साथ पाठ का वह समय है जब मेंटर ने उस पर निशान लगाया।',
      failed: 'टॉपिक लोड नहीं हो सके।',
      notCovered: 'पूरा नहीं हुआ',
    },
  },
};
