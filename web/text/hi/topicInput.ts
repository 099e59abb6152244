import type { topicInput as english } from '../en/topicInput.ts';
import { pluralHindi } from '../plural.ts';

export const topicInput: typeof english = {
  topicInput: {
    count: (about) => `${about.max} में से ${about.count}`,
    full: (about) => `पूरे ${about.max} हो गए। दूसरा जोड़ने के लिए एक हटाएँ।`,
    list: 'सुझाव',
    didYouMean: 'क्या आपका मतलब था',
    questionMark: '?',
    addAsTyped: (about) => `“${about.typed}” जैसा लिखा है वैसा जोड़ें`,
    found: (about) => pluralHindi(about.count, { one: `${about.count} सुझाव`, other: `${about.count} सुझाव` }),
    twice: (about) => `${about.name} पहले से जुड़ा है।`,
    enter: 'Enter',
  },
};
