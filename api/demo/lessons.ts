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
}

const vikram = 'mentor@demo.peerlearn.invalid';
const asha = 'asha@demo.peerlearn.invalid';
const meera = 'meera@demo.peerlearn.invalid';

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
];
