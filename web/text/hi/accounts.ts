import type { accounts as english } from '../en/accounts.ts';

export const accounts: typeof english = {
  logIn: {
    title: 'लॉग इन करें',
    lead: 'आपसे फिर मिलकर अच्छा लगा।',
    toGoOn: 'आगे बढ़ने के लिए लॉग इन करें। आप यहीं वापस आएँगे।',
    email: 'ईमेल',
    password: 'पासवर्ड',
    submit: 'लॉग इन करें',
    busy: 'लॉग इन हो रहा है…',
    showPassword: 'पासवर्ड दिखाएँ',
    hidePassword: 'पासवर्ड छिपाएँ',
    emailWrong: 'अपना ईमेल पता लिखें, जैसे name@example.in।',
    passwordMissing: 'अपना पासवर्ड लिखें।',
    demoTitle: 'डेमो खाते',
    demoText: 'यह आज़माने के लिए है। चुनें कि आप कौन बनना चाहते हैं।',
    loggedOut: 'आप लॉग आउट हो गए हैं।',
    learnersBook: 'सीट सिर्फ़ लर्नर बुक कर सकते हैं',
    youAre: (about: { role: string }) =>
      `आप ${about.role} के रूप में लॉग इन हैं। बुक करने के लिए लर्नर खाते से लॉग इन करें।`,
  },
  roles: { learner: 'लर्नर', mentor: 'मेंटर', admin: 'एडमिन' },
};
