import type { BookingConfirmedFacts, NotificationFacts } from '../mails.ts';
import type { mails as english } from '../en/mails.ts';
import { zonedTimes } from '../zonedTimes.ts';

function lessonTime({ startsAt, endsAt, timeZone }: BookingConfirmedFacts): string {
  const times = zonedTimes('hi-IN', timeZone);
  return `${times.day(startsAt)}, ${times.time(startsAt)} से ${times.time(endsAt)} तक (${times.zone(startsAt)})`;
}

function momentTime(iso: string, timeZone: string): string {
  const times = zonedTimes('hi-IN', timeZone);
  return `${times.day(iso)}, ${times.time(iso)} (${times.zone(iso)})`;
}

const codeReasons = {
  sign_up: {
    heading: 'PeerLearn के लिए आपका कोड',
    intro: 'यह कोड वहाँ लिखिए जहाँ आप साइन अप कर रहे हैं। इससे पता चलता है कि यह ईमेल आपका है।',
    footer: 'PeerLearn ने यह ईमेल इसलिए भेजा है क्योंकि किसी ने, शायद आपने, इस पते से साइन अप किया है।',
  },
  log_in: {
    heading: 'आपका लॉग-इन कोड',
    intro: 'यह कोड वहाँ लिखिए जहाँ आप लॉग-इन कर रहे हैं।',
    footer: 'PeerLearn ने यह ईमेल इसलिए भेजा है क्योंकि कोई, शायद आप, इस पते से लॉग-इन कर रहा है।',
  },
  reset: {
    heading: 'नया पासवर्ड बनाइए',
    intro: 'यह कोड वहाँ लिखिए जहाँ आप नया पासवर्ड बना रहे हैं।',
    footer: 'PeerLearn ने यह ईमेल इसलिए भेजा है क्योंकि कोई, शायद आप, पासवर्ड भूल गया है।',
  },
};

const greet = (name: string) => `नमस्ते ${name},`;
const chosen = ({ settingsUrl }: NotificationFacts) => ({
  notes: [`आपको कौन-से ईमेल मिलें, यह आप चुन सकते हैं: ${settingsUrl}`],
  footer: 'PeerLearn ने यह ईमेल आपकी सेटिंग के अनुसार भेजा है।',
});

export const mails: typeof english = {
  bookingConfirmed: (facts) => ({
    subject: `आपकी सीट बुक हो गई: ${facts.title}`,
    preview: `${lessonTime(facts)}, ${facts.mentorName} के साथ।`,
    heading: 'आपकी सीट बुक हो गई है',
    greeting: greet(facts.learnerName),
    intro: `${facts.mentorName} के सेशन “${facts.title}” में आपकी सीट पक्की है।`,
    facts: [
      { label: 'कब', value: lessonTime(facts) },
      { label: 'कितनी देर', value: `${facts.durationMinutes} मिनट` },
      { label: 'मेंटर', value: facts.mentorName },
      { label: 'विषय', value: facts.topics.join(' · ') },
    ],
    action: { label: 'रूम खोलिए', url: facts.roomUrl },
    notes: [
      `रूम शुरू होने से ${facts.enterMinutesBefore} मिनट पहले, या मेंटर के लाइव होते ही खुल जाता है।`,
      'साथ की फ़ाइल से यह सेशन आपके कैलेंडर में जुड़ जाता है।',
    ],
    footer: 'PeerLearn ने यह ईमेल इसलिए भेजा है क्योंकि आपने एक सेशन बुक किया है।',
  }),

  lessonEntry: (facts) =>
    `${facts.mentorName} के साथ PeerLearn सेशन।\nविषय: ${facts.topics.join(', ')}\nरूम: ${facts.roomUrl}`,

  emailCode: (facts) => {
    const { heading, intro, footer } = codeReasons[facts.kind];
    return {
      subject: `${facts.digits} आपका PeerLearn कोड है`,
      preview: `${intro} ${facts.minutes} मिनट तक चलेगा।`,
      ...{ heading, greeting: 'नमस्ते,', intro, code: facts.digits, facts: [], footer },
      notes: [
        `यह कोड ${facts.minutes} मिनट तक चलेगा। सिर्फ़ सबसे नया कोड काम करता है।`,
        'आप नहीं थे? तो कुछ मत कीजिए, और कोड किसी को मत बताइए। कोड के बिना कुछ नहीं होता।',
      ],
    };
  },

  accountExists: ({ logInUrl }) => ({
    subject: 'आपका PeerLearn अकाउंट पहले से है',
    preview: 'किसी ने इस पते से साइन अप किया, जिसका अकाउंट पहले से है।',
    heading: 'आपका अकाउंट पहले से है',
    greeting: 'नमस्ते,',
    intro: 'किसी ने, शायद आपने, अभी इस पते से PeerLearn पर साइन अप किया। इस पते का अकाउंट पहले से है।',
    facts: [],
    action: { label: 'लॉग-इन कीजिए', url: logInUrl },
    notes: ['पासवर्ड भूल गए? वहाँ “पासवर्ड भूल गए?” चुनिए।', 'आप नहीं थे? तो कुछ मत कीजिए। कुछ भी नहीं बदला है।'],
    footer: 'PeerLearn ने यह ईमेल इसलिए भेजा है क्योंकि इस पते से साइन अप किया गया।',
  }),

  passwordChanged: (facts) => ({
    subject: 'आपका PeerLearn पासवर्ड बदल दिया गया है',
    preview: 'बाकी सब जगह लॉग-आउट कर दिया गया है।',
    heading: 'आपका पासवर्ड बदल दिया गया है',
    greeting: greet(facts.name),
    intro: 'अब आपका पासवर्ड नया है। बाकी सब जगह से आपको लॉग-आउट कर दिया गया है।',
    facts: [{ label: 'कब', value: momentTime(facts.changedAt, facts.timeZone) }],
    action: { label: 'लॉग-इन कीजिए', url: facts.logInUrl },
    notes: ['आप नहीं थे? तो कोई आपके ईमेल पढ़ सकता है। पहले अपना मेलबॉक्स सुरक्षित कीजिए, फिर यहाँ नया पासवर्ड बनाइए।'],
    footer: 'PeerLearn ने यह ईमेल इसलिए भेजा है क्योंकि आपका पासवर्ड बदला गया।',
  }),

  notifications: {
    'session.booked': (facts) => ({
      subject: `एक सीट बुक हुई: ${facts.subject.title ?? ''}`,
      preview: `${facts.subject.learner ?? ''} आपके सेशन में आ रहे हैं।`,
      heading: 'एक सीट बुक हुई है',
      greeting: greet(facts.name),
      intro: `${facts.subject.learner ?? ''} ने आपके सेशन “${facts.subject.title ?? ''}” में सीट बुक की है।`,
      facts: [],
      action: { label: 'सेशन देखिए', url: facts.url },
      ...chosen(facts),
    }),
    'session.live': (facts) => ({
      subject: `अभी लाइव: ${facts.subject.title ?? ''}`,
      preview: 'रूम खुला है।',
      heading: 'आपका सेशन लाइव है',
      greeting: greet(facts.name),
      intro: `“${facts.subject.title ?? ''}” लाइव है। आइए।`,
      facts: [],
      action: { label: 'रूम खोलिए', url: facts.url },
      ...chosen(facts),
    }),
    'session.cancelled': (facts) => ({
      subject: `रद्द: ${facts.subject.title ?? ''}`,
      preview: 'मेंटर यह सेशन नहीं ले पाएँगे।',
      heading: 'आपका सेशन रद्द हो गया है',
      greeting: greet(facts.name),
      intro: `मेंटर ने “${facts.subject.title ?? ''}” रद्द कर दिया है। आपकी सीट लौटा दी गई है; आपको कुछ नहीं करना है।`,
      facts: [],
      action: { label: 'सेशन देखिए', url: facts.url },
      ...chosen(facts),
    }),
    'session.resources': (facts) => ({
      subject: `आपके लिए फ़ाइलें: ${facts.subject.title ?? ''}`,
      preview: 'मेंटर ने पढ़ने और रखने के लिए कुछ छोड़ा है।',
      heading: 'मेंटर ने आपके लिए फ़ाइलें रखी हैं',
      greeting: greet(facts.name),
      intro: `“${facts.subject.title ?? ''}” के साथ कुछ नया है। वह सेशन के पेज पर मिलेगा।`,
      facts: [],
      action: { label: 'फ़ाइलें देखिए', url: facts.url },
      ...chosen(facts),
    }),
    'account.exportReady': (facts) => ({
      subject: 'आपका डेटा तैयार है',
      preview: 'PeerLearn पर आपका सब कुछ डाउनलोड कीजिए।',
      heading: 'आपका डेटा तैयार है',
      greeting: greet(facts.name),
      intro: 'आपने PeerLearn पर अपना सारा डेटा माँगा था। वह डाउनलोड के लिए तैयार है।',
      facts: [],
      action: { label: 'डाउनलोड कीजिए', url: facts.url },
      ...chosen(facts),
    }),
    'account.newLogIn': (facts) => ({
      subject: 'आपके PeerLearn अकाउंट में नया लॉग-इन',
      preview: 'ऐसे ब्राउज़र से जो हमने पहले नहीं देखा।',
      heading: 'नया लॉग-इन',
      greeting: greet(facts.name),
      intro: 'किसी ने, शायद आपने, आपके अकाउंट में ऐसे ब्राउज़र से लॉग-इन किया है जो हमने पहले नहीं देखा।',
      facts: [
        { label: 'कब', value: momentTime(facts.createdAt, facts.timeZone) },
        { label: 'ब्राउज़र', value: facts.subject.browser ?? 'अनजान' },
        { label: 'सिस्टम', value: facts.subject.system ?? 'अनजान' },
      ],
      action: { label: 'देखिए कि आप कहाँ लॉग-इन हैं', url: facts.url },
      notes: ['आप नहीं थे? वहाँ उस लॉग-इन को बंद कीजिए, और नया पासवर्ड बनाइए।'],
      footer: 'PeerLearn ने यह ईमेल इसलिए भेजा है क्योंकि यह आपके अकाउंट की सुरक्षा से जुड़ा है।',
    }),
  },
};
