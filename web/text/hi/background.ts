import type { background as english } from '../en/background.ts';

export const background: typeof english = {
  background: {
    label: 'बैकग्राउंड',
    none: 'असली',
    blur: 'धुंधला',
    plain: 'सादा',
    always: 'आपका सिस्टम बैकग्राउंड धुंधला करता है। इसे सिस्टम की सेटिंग में बदल सकते हैं।',
    preparing: 'बैकग्राउंड तैयार हो रहा है…',
    failed: 'बैकग्राउंड तैयार नहीं हो सका। अपना कनेक्शन जाँचें और इसे फिर चुनें, या “असली” चुनें।',
    struggling:
      'इस बैकग्राउंड के साथ यह डिवाइस वीडियो को सहज नहीं रख पा रहा। जब तक आप “असली” नहीं चुनते, आपका कमरा छिपा रहेगा।',
    turnOff: 'मेरा कमरा दिखाएँ',
  },
};
