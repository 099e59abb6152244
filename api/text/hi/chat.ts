import type { chatText as en } from '../en/chat.ts';

export const chatText: typeof en = {
  title: ({ session }) => `“${session}” की चैट`,
  zone: ({ zone }) => `समय: ${zone}`,
  privately: ({ by, to }) => `${by} की ओर से सिर्फ़ ${to} के लिए`,
  file: ({ name }) => `[फ़ाइल: ${name}]`,
  nothing: 'कुछ नहीं लिखा गया।',
  private: 'जो किसी एक व्यक्ति को लिखा गया, वह सिर्फ़ उन दोनों की फ़ाइलों में है।',
};
