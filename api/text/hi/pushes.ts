import type { PushTexts } from '../pushes.ts';

export const pushes: PushTexts = {
  'booking.confirmed': ({ title = '' }) => ({ title: 'आपकी सीट बुक हो गई है', body: title }),
  'session.booked': ({ learner = '', title = '' }) => ({ title: `${learner} ने सीट बुक की है`, body: title }),
  'session.live': ({ title = '' }) => ({ title: 'अभी लाइव। आइए।', body: title }),
  'session.cancelled': ({ title = '' }) => ({ title: 'आपका सेशन रद्द हो गया है', body: title }),
  'session.resources': ({ title = '' }) => ({ title: 'मेंटर ने आपके लिए फ़ाइलें रखी हैं', body: title }),
  'account.exportReady': () => ({ title: 'आपका डेटा तैयार है', body: 'सेटिंग में जाकर डाउनलोड कीजिए।' }),
  'account.newLogIn': ({ browser, system }) => ({
    title: 'आपके अकाउंट में नया लॉग-इन',
    body: [browser, system].filter(Boolean).join(', ') || 'एक अनजान ब्राउज़र से',
  }),
};
