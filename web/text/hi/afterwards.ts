import type { afterwards as english } from '../en/afterwards.ts';

export const afterwards: typeof english = {
  afterwards: {
    toPage: 'सेशन का पेज देखें',
    endedMentor: 'चैट और टॉपिक सेशन के पेज पर रखे गए हैं।',
    endedLearner: (about) => `आने के लिए धन्यवाद। ${about.mentor} और आपने जो लिखा और पूरा किया, वह सेशन के पेज पर है।`,
    rate: {
      title: 'पाठ कैसा रहा?',
      yours: 'आपकी रेटिंग',
      stars: 'स्टार',
      star: (about) => `${about.count} स्टार`,
      words: 'क्या अच्छा था, क्या बेहतर हो सकता है?',
      wordsHelp: (about) => `यह आपके पहले नाम के साथ ${about.mentor} के पेज पर दिखेगा।`,
      send: 'रेटिंग भेजें',
      change: 'बदलें',
      sending: 'भेजी जा रही है…',
      thanks: 'रेटिंग के लिए धन्यवाद।',
      until: (about) => `आप इसे ${about.day} तक बदल सकते हैं।`,
      failed: 'आपकी रेटिंग नहीं भेजी जा सकी',
      missing: '1 से 5 स्टार चुनें।',
    },
    attendance: {
      title: 'कौन मौजूद था',
      text: 'जैसा रूम में दर्ज हुआ। पट्टी वह पूरा समय है जब कोई रूम में था।',
      failed: 'कौन मौजूद था, यह लोड नहीं हो सका।',
      you: 'आप',
      mentor: 'मेंटर',
      minutes: (about) => (about.count === 0 ? 'एक मिनट से कम' : `${about.count} मिनट`),
      stay: (about) => `${about.from} से ${about.to} तक`,
    },
  },
};
