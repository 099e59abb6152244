import type { LessonLanguage } from '../contracts/teaching.ts';
import { asha, farhan, joseph, kavya, meera, priya, ravi, sunita, vikram } from './mentors.ts';

export interface DemoLesson {
  mentorEmail: string;
  title: string;
  description: string;
  topics: string[];
  domains: string[];
  /** Days from now, and the time of that day in India (UTC+5:30); or minutes from now. */
  when: { days: number; time: string } | { minutes: number };
  durationMinutes: number;
  capacity: number;
  /** English unless said otherwise. */
  language?: LessonLanguage;
}

/** Lessons of the coming days. The first begins so soon that a newcomer can go live at once. */
export const demoLessons: DemoLesson[] = [
  {
    mentorEmail: vikram,
    title: 'Python generators, step by step',
    description:
      'You can write a loop, but generators still feel like magic. In one hour we take them apart: what happens at each yield, why memory stays flat, and when a list is the better choice. You leave with a small file reader you wrote yourself.',
    topics: [
      'Iterators and next()',
      'yield: where it stopped',
      'Lazy lists',
      'Pipelines',
      'A generator of your own',
    ],
    domains: ['Programming'],
    when: { minutes: 10 },
    durationMinutes: 60,
    capacity: 6,
  },
  {
    mentorEmail: asha,
    title: 'First chords on the guitar: from G to C without pain',
    description:
      'Bring a tuned guitar. We set the left hand right, learn four chords and the changes between them, and play one song together before the hour is over.',
    topics: ['Holding the guitar', 'G and C', 'D and E minor', 'Changing in time', 'One song'],
    domains: ['Music'],
    when: { days: 1, time: '18:30' },
    durationMinutes: 45,
    capacity: 4,
  },
  {
    mentorEmail: meera,
    title: 'Trigonometry for Class 11: identities you will use',
    description:
      'Fewer formulas, better understood. We derive the identities from one picture, then use them on six problems of the kind that examinations set.',
    topics: ['The unit circle', 'Sums and differences', 'Double angles', 'Six problems'],
    domains: ['Mathematics'],
    when: { days: 1, time: '20:00' },
    durationMinutes: 60,
    capacity: 12,
  },
  {
    mentorEmail: vikram,
    title: 'Code review: your first parser',
    description:
      'A parser for arithmetic in a hundred lines. Send yours beforehand or write it with me; we read it line by line and make it smaller.',
    topics: ['Tokens', 'Recursive descent', 'Errors a person can read'],
    domains: ['Programming'],
    when: { days: 2, time: '20:30' },
    durationMinutes: 45,
    capacity: 1,
  },
  {
    mentorEmail: meera,
    title: 'Probability with cards and dice',
    description:
      'We play, count and only then calculate: independent events, conditional probability, and why the gambler is wrong. Good before board examinations and before interviews.',
    topics: [
      'Counting',
      'Independence',
      'Conditional probability',
      'Expected value',
      'The gambler’s mistake',
    ],
    domains: ['Mathematics'],
    when: { days: 3, time: '17:30' },
    durationMinutes: 60,
    capacity: 8,
  },
  {
    mentorEmail: asha,
    title: 'Reading music: from dots to sound',
    description:
      'For players who learned by ear. Notes, lengths and keys on one page, then sight-reading of short pieces until it stops being slow.',
    topics: ['The staff', 'Lengths and rests', 'Keys', 'Sight-reading'],
    domains: ['Music'],
    when: { days: 4, time: '11:00' },
    durationMinutes: 60,
    capacity: 5,
  },
  {
    mentorEmail: priya,
    title: 'सुबह का योग: पीठ और कंधों के लिए',
    description:
      'तीस मिनट, एक चटाई और थोड़ी जगह। धीमी साँस से शुरू करते हैं, फिर रीढ़ के लिए पाँच आसन, और अंत में पाँच मिनट का विश्राम। पहली बार करने वालों के लिए भी ठीक है।',
    topics: ['साँस', 'रीढ़ के लिए पाँच आसन', 'संतुलन', 'विश्राम'],
    domains: ['Health'],
    language: 'hi',
    when: { days: 1, time: '07:00' },
    durationMinutes: 30,
    capacity: 15,
  },
  {
    mentorEmail: ravi,
    title: 'बिजली और चुंबक: NEET के लिए एक घंटे में',
    description:
      'धारा, प्रतिरोध और चुंबकीय क्षेत्र को चित्रों से समझते हैं, फिर पिछले पाँच वर्षों के आठ सवाल साथ में हल करते हैं। कॉपी और पेन लेकर बैठिए।',
    topics: ['धारा और प्रतिरोध', 'किरखोफ के नियम', 'चुंबकीय क्षेत्र', 'पिछले वर्षों के सवाल'],
    domains: ['Science'],
    language: 'hi',
    when: { days: 1, time: '19:00' },
    durationMinutes: 60,
    capacity: 20,
  },
  {
    mentorEmail: sunita,
    title: 'Small talk at work: English for the first five minutes',
    description:
      'The meeting has not begun and somebody asks about your weekend. We practise beginnings, follow-up questions and polite exits, in pairs, with Hindi allowed whenever you get stuck.',
    topics: ['Opening lines', 'Asking back', 'Safe subjects', 'Leaving politely'],
    domains: ['Languages'],
    when: { days: 2, time: '19:00' },
    durationMinutes: 45,
    capacity: 8,
  },
  {
    mentorEmail: kavya,
    title: 'Averages that lie: statistics with bus times',
    description:
      'One month of real bus arrivals from Hyderabad. We look at mean, median and spread, find out why the bus is always late when you look, and learn which number to trust.',
    topics: ['Mean and median', 'Spread', 'Outliers', 'Which number to trust'],
    domains: ['Mathematics'],
    when: { days: 2, time: '18:00' },
    durationMinutes: 60,
    capacity: 10,
  },
  {
    mentorEmail: farhan,
    title: 'Figma from zero: a login screen in an hour',
    description:
      'Frames, text, components and just enough auto layout. We build one screen together, then make it work on a phone. Free Figma account needed, nothing else.',
    topics: ['Frames', 'Type and spacing', 'Components', 'Auto layout', 'A phone version'],
    domains: ['Art'],
    when: { days: 3, time: '20:00' },
    durationMinutes: 60,
    capacity: 6,
  },
  {
    mentorEmail: joseph,
    title: 'म्यूचुअल फ़ंड, बिना शोर के',
    description:
      'फ़ंड क्या होता है, SIP कैसे चलता है, ख़र्च कहाँ छिपते हैं और किन विज्ञापनों पर ध्यान नहीं देना है। कोई सलाह बेची नहीं जाएगी, सवाल खुलकर पूछिए।',
    topics: ['फ़ंड क्या है', 'SIP', 'ख़र्च और जोखिम', 'आपके सवाल'],
    domains: ['Business'],
    language: 'hi',
    when: { days: 4, time: '18:30' },
    durationMinutes: 60,
    capacity: 25,
  },
  {
    mentorEmail: vikram,
    title: 'Asyncio பயம் இல்லாமல்: an evening in Tamil',
    description:
      'The event loop, tasks and the three mistakes everyone makes, explained in Tamil with code in Python. We build a small downloader and watch where the time goes.',
    topics: ['The event loop', 'Tasks', 'Three mistakes', 'A small downloader'],
    domains: ['Programming'],
    language: 'ta',
    when: { days: 5, time: '19:30' },
    durationMinutes: 60,
    capacity: 8,
  },
];
