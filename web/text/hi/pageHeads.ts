import type { pageHeads as english } from '../en/pageHeads.ts';

export const pageHeads: typeof english = {
  heads: {
    landingTitle: 'PeerLearn · मेंटर के साथ लाइव क्लास, सीधे ब्राउज़र में',
    landingText:
      'मेंटर के साथ लाइव सेशन बुक कीजिए, अकेले या छोटे समूह में, और अपने ब्राउज़र के रूम में मिलिए। कुछ भी इंस्टॉल नहीं करना है।',
    sessionsText: 'लाइव सेशन जिन्हें आप अभी बुक कर सकते हैं: अकेले या छोटे समूह में, सबसे पहले होने वाले ऊपर।',
    sessionWhen: ({ day, time, mentor }) => `${day}, ${time}, ${mentor} के साथ।`,
    mentors: 'मेंटर',
    mentorsText: 'लाइव पढ़ाने वाले मेंटर: देखिए वे क्या सिखाते हैं, सीखने वाले क्या कहते हैं और वे कब मिल सकते हैं।',
    mentorText: ({ name }) => `${name} PeerLearn पर लाइव पढ़ाते हैं।`,
    shareAlt: 'PeerLearn: ब्राउज़र में लाइव क्लास',
  },
};
