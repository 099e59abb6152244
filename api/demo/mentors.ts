import type { Domain, LessonLanguage } from '../contracts/teaching.ts';

export interface DemoMentor {
  email: string;
  name: string;
  bio: string;
  domains: Domain[];
  skills: string[];
  languages: LessonLanguage[];
}

const at = (name: string) => `${name}@demo.peerlearn.invalid`;
export const [vikram, asha, meera, ravi, sunita, farhan, kavya, joseph, priya] = [
  ...(['mentor', 'asha', 'meera', 'ravi', 'sunita', 'farhan', 'kavya', 'joseph', 'priya'] as const),
].map(at) as [string, string, string, string, string, string, string, string, string];

/** Who gives the demo's lessons. The first can be logged in as, see accounts.ts. */
export const demoMentors: DemoMentor[] = [
  {
    email: vikram,
    name: 'Vikram Iyer',
    bio: 'Backend engineer in Bengaluru for eleven years, Python for most of them. I teach the way I review code: we read it together, ask what it really does, and make it smaller. Beginners are welcome; so are people who have fought with asyncio and lost.',
    domains: ['Programming'],
    skills: ['Python', 'Algorithms', 'Databases', 'System design'],
    languages: ['en', 'ta'],
  },
  {
    email: asha,
    name: 'Asha Rao',
    bio: 'I play guitar in a Pune wedding band on weekends and teach on weekdays. No talent needed: ten honest minutes a day and a tuned instrument. You will play a whole song in your first lesson.',
    domains: ['Music'],
    skills: ['Guitar', 'Ukulele', 'Music theory', 'Songwriting'],
    languages: ['en', 'mr'],
  },
  {
    email: meera,
    name: 'Meera Nair',
    bio: 'Mathematics teacher in Kochi, fourteen years of board classes. Fewer formulas, better understood: every identity comes from a picture that you can draw again in the examination hall.',
    domains: ['Mathematics'],
    skills: ['Trigonometry', 'Probability', 'Calculus', 'CBSE Class 12'],
    languages: ['en', 'ml'],
  },
  {
    email: ravi,
    name: 'रवि मिश्रा',
    bio: 'मैं लखनऊ में बारह साल से भौतिकी पढ़ा रहा हूँ। मेरी कक्षा में रटना नहीं होता: हर सूत्र के पीछे का कारण समझते हैं और फिर सवाल हल करते हैं। Hindi-medium students are especially welcome.',
    domains: ['Science', 'Mathematics'],
    skills: ['Physics', 'Thermodynamics', 'JEE Main', 'NEET'],
    languages: ['hi', 'en'],
  },
  {
    email: sunita,
    name: 'Sunita Sharma',
    bio: 'I help people speak English at work without fear. Hindi is allowed in my lessons: we begin in the language you think in and leave in the one you need. Twenty years in Delhi classrooms and call centres.',
    domains: ['Languages', 'Career'],
    skills: ['Spoken English', 'Grammar', 'Interview practice', 'Public speaking'],
    languages: ['hi', 'en'],
  },
  {
    email: farhan,
    name: 'Farhan Qureshi',
    bio: 'Product designer, formerly at two start-ups in Hyderabad. I teach interface design from the sketch on paper to a clickable prototype, with honest critique and no jargon.',
    domains: ['Art', 'Business'],
    skills: ['UI design', 'Figma', 'UX research', 'Graphic design'],
    languages: ['en', 'ur', 'hi'],
  },
  {
    email: kavya,
    name: 'Kavya Reddy',
    bio: 'Data scientist and occasional marathon runner. Statistics made sense to me only when I met real, dirty data, so that is what we work with: cricket scores, rainfall, bus times.',
    domains: ['Programming', 'Mathematics'],
    skills: ['Data analysis', 'Statistics', 'SQL', 'Machine learning'],
    languages: ['en', 'te'],
  },
  {
    email: joseph,
    name: 'Joseph D’Souza',
    bio: 'Chartered accountant in Goa. I explain money to people who were never taught it: salaries, tax, mutual funds and what to ignore. Nothing to sell, ever.',
    domains: ['Business'],
    skills: ['Personal finance', 'Accounting', 'Excel', 'Tally'],
    languages: ['en', 'hi'],
  },
  {
    email: priya,
    name: 'प्रिया जोशी',
    bio: 'योग शिक्षिका, ऋषिकेश में प्रशिक्षित। सुबह की कक्षाएँ उन लोगों के लिए हैं जो दिन भर कुर्सी पर बैठते हैं: धीमी साँस, सीधी पीठ और आसान आसन। उम्र की कोई सीमा नहीं।',
    domains: ['Health'],
    skills: ['Yoga', 'Meditation', 'Fitness'],
    languages: ['hi'],
  },
];

/** Learners who have been to lessons and said what they thought; nobody logs in as them. */
export const demoLearners = [
  'Rohan Gupta',
  'Fatima Sheikh',
  'Arjun Menon',
  'Neha Kulkarni',
  'Imran Ali',
  'Lakshmi Krishnan',
  'Dev Patel',
].map((name, index) => ({ name, email: at(`learner${index + 1}`) }));
