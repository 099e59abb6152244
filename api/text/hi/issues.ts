import type { issues as english } from '../en/issues.ts';

export const issues: typeof english = {
  missing: 'ज़रूरी है',
  type: 'अपेक्षित प्रकार का नहीं है',
  choice: 'विकल्पों में से नहीं है',
  unknown: 'जैसा होना चाहिए वैसा नहीं है',
  shorter: (about) => `कम से कम ${about.limit} अक्षर चाहिए`,
  longer: (about) => `ज़्यादा से ज़्यादा ${about.limit} अक्षर हो सकते हैं`,
  fewer: (about) => `कम से कम ${about.limit} चाहिए`,
  more: (about) => `ज़्यादा से ज़्यादा ${about.limit} हो सकते हैं`,
  below: (about) => `कम से कम ${about.limit} होना चाहिए`,
  above: (about) => `ज़्यादा से ज़्यादा ${about.limit} हो सकता है`,
  email: 'name@example.in जैसा होना चाहिए',
  instant: 'UTC में तारीख़ और समय होना चाहिए, जैसे 2026-11-21T13:00:00.000Z',
  id: 'आईडी नहीं है',
  url: 'वेब का पता नहीं है',
};
