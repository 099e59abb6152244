import type { site as english } from '../en/site.ts';
import { pluralHindi as plural } from '../plural.ts';

export const site: typeof english = {
  site: {
    mentors: 'मेंटर',
    register: 'जुड़ें',
    search: 'सेशन खोजें',
    closeMenu: 'मेनू बंद करें',
    forward: 'आगे',
    back: 'पीछे',
    share: 'साझा करें',
    linkCopied: 'लिंक कॉपी हो गया',
  },
  rating: {
    none: 'नया',
    noneSaid: 'नया, अभी कोई रेटिंग नहीं',
    said: (about) => `5 में से ${about.average} स्टार, ${about.count} रेटिंग`,
    stars: (about) => `5 में से ${about.count} स्टार`,
  },
  narrow: {
    anyTime: 'कभी भी',
    now: 'अभी लाइव',
    today: 'आज',
    week: 'अगले 7 दिन',
    dates: 'तारीख़ें चुनें',
    anyPrice: 'कोई भी क़ीमत',
    upTo: (about) => `${about.price} तक`,
    stars: (about) => `${about.average} और ऊपर`,
  },
  mentorCard: {
    held: (about) => plural(about.count, { one: `${about.count} पाठ दिया`, other: `${about.count} पाठ दिए` }),
    next: (about) => `अगला ${about.when}`,
    noNext: 'अभी कुछ तय नहीं',
  },
  lists: {
    slow: 'इसमें सामान्य से ज़्यादा समय लग रहा है।',
    waiting: 'आप ऑफ़लाइन हैं। वापस आते ही यह लोड हो जाएगा।',
    more: 'और दिखाएँ',
    loadingMore: 'लोड हो रहा है…',
  },
  domains: {
    Mathematics: 'गणित',
    Science: 'विज्ञान',
    Programming: 'प्रोग्रामिंग',
    Music: 'संगीत',
    Languages: 'भाषाएँ',
    Art: 'कला',
    Business: 'बिज़नेस',
    Career: 'करियर',
    Health: 'स्वास्थ्य',
  },
};
