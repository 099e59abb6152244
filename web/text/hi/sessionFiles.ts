import type { sessionFiles as english } from '../en/sessionFiles.ts';

export const sessionFiles: typeof english = {
  sessionFiles: {
    attach: 'फ़ाइलें जोड़ें',
    attached: 'जोड़ी गई फ़ाइलें',
    remove: (about) => `${about.name} हटाएँ`,
    sent: (about) => `${about.percent}% भेजा गया`,
    waiting: 'कनेक्शन का इंतज़ार है',
    checking: 'जाँच हो रही है…',
    ready: 'भेजने के लिए तैयार',
    download: 'डाउनलोड करें:',
    notOpened: 'फ़ाइल नहीं खुल सकी',
    picture: (about) => `तस्वीर ${about.name}`,
    resources: {
      title: 'सामग्री',
      text: 'फ़ाइलें जो मेंटर ने शामिल हुए लोगों के लिए रखी हैं।',
      mentorText: 'स्लाइड, नोट्स या अभ्यास यहाँ रखें। जो शामिल हुए थे उन्हें सूचना मिलेगी।',
      none: 'यहाँ अभी कुछ नहीं रखा गया है।',
      failed: 'सामग्री लोड नहीं हो सकी।',
      add: 'फ़ाइलें जोड़ें',
      removed: (about) => `${about.name} हटा दी गई।`,
      notAdded: (about) => `${about.name} नहीं जुड़ी`,
    },
  },
};
