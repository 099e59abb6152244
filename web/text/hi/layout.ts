import type { layout as english } from '../en/layout.ts';

export const layout: typeof english = {
  layout: {
    menu: 'लेआउट',
    modes: {
      auto: 'अपने आप',
      side: 'साथ-साथ',
      overlay: 'ऊपर छोटी तस्वीर',
      grid: 'ग्रिड',
      speaker: 'बोलने वाले बड़े',
    },
    options: (about) => `तस्वीर के विकल्प: ${about.name}`,
    pin: (about) => `पिन करें: ${about.name}`,
    unpin: (about) => `पिन हटाएँ: ${about.name}`,
    pinShort: 'पिन करें',
    unpinShort: 'पिन हटाएँ',
    pinned: 'पिन किया हुआ',
    swap: 'तस्वीरें आपस में बदलें',
    hideOwn: 'मेरी तस्वीर छिपाएँ',
    showOwn: 'मेरी तस्वीर दिखाएँ',
    corner: 'छोटी तस्वीर की जगह',
    corners: {
      topLeft: 'ऊपर बाएँ',
      topRight: 'ऊपर दाएँ',
      bottomLeft: 'नीचे बाएँ',
      bottomRight: 'नीचे दाएँ',
    },
    pages: 'लोगों के पेज',
    page: (about) => `${about.pages} में से ${about.page}`,
    previous: 'पिछले लोग',
    next: 'और लोग',
    window: 'पिक्चर-इन-पिक्चर',
    closeWindow: 'पिक्चर-इन-पिक्चर बंद करें',
    windowFailed: 'पिक्चर-इन-पिक्चर नहीं खुला',
    windowFailedText: 'ब्राउज़र ने इसकी अनुमति नहीं दी। फिर कोशिश करें।',
  },
};
