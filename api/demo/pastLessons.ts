import type { DemoLesson } from './lessons.ts';
import { asha, farhan, joseph, kavya, meera, priya, ravi, sunita, vikram } from './mentors.ts';

export interface PastLesson extends DemoLesson {
  /** What those who attended said, each by another learner: stars and words. */
  reviews: [stars: number, comment: string][];
}

const past = (
  mentorEmail: string,
  daysAgo: number,
  about: Pick<DemoLesson, 'title' | 'topics' | 'domains' | 'description'> &
    Pick<Partial<DemoLesson>, 'language'>,
  ...reviews: PastLesson['reviews']
): PastLesson => ({
  ...{ mentorEmail, when: { days: -daysAgo, time: '18:00' }, durationMinutes: 60, capacity: 6, reviews },
  ...about,
});

/** Lessons that were held: ratings and figures of the demo are counted from these. */
export const pastLessons: PastLesson[] = [
  past(
    vikram,
    3,
    {
      title: 'Decorators without mystery',
      description: 'What the @ does, written out by hand, then three decorators worth keeping.',
      topics: ['Functions as values', 'Closures', 'functools.wraps', 'A cache of your own'],
      domains: ['Programming'],
    },
    [5, 'Vikram lets you be wrong and then shows you why. I finally understand closures.'],
    [5, 'Clear, unhurried, and I left with code that I use at work.'],
    [4, 'Very good. I would have liked ten more minutes for questions.'],
  ),
  past(
    vikram,
    10,
    {
      title: 'Big O by counting',
      description: 'We count steps in real programs before anyone says “logarithm”.',
      topics: ['Counting steps', 'Linear and quadratic', 'Binary search', 'What to ignore'],
      domains: ['Programming'],
    },
    [5, 'The first time this made sense to me. The card game was a great idea.'],
    [5, 'Patient with my slow connection and my slower questions.'],
  ),
  past(
    asha,
    2,
    {
      title: 'Your first song on the ukulele',
      description: 'Four strings, three chords and one song that everybody knows.',
      topics: ['Tuning', 'C, F and G', 'Strumming', 'One song'],
      domains: ['Music'],
    },
    [5, 'I played a whole song after forty minutes. My daughter was impressed!'],
    [4, 'Lovely teacher. Sound was a little thin on my side at first.'],
    [5, 'Asha noticed my wrist before I did. Come with a tuned ukulele.'],
  ),
  past(
    meera,
    4,
    {
      title: 'Calculus from one picture',
      description: 'Slope, area and why they are two sides of one drawing.',
      topics: ['Slope', 'Area', 'The link between them', 'Five board problems'],
      domains: ['Mathematics'],
    },
    [5, 'My son asked for the recording before the lesson was over.'],
    [5, 'She draws better than my textbook prints.'],
    [5, 'I stopped being afraid of integrals today.'],
    [4, 'Fast in the middle, but she repeats when asked.'],
  ),
  past(
    meera,
    11,
    {
      title: 'Permutations for people who hate formulas',
      description: 'Seats, words and passwords: counting by drawing trees.',
      topics: ['Trees', 'Order matters', 'Order does not', 'Past papers'],
      domains: ['Mathematics'],
    },
    [5, 'Trees! Why did nobody show me trees before?'],
    [5, 'Excellent for Class 11.'],
  ),
  past(
    ravi,
    2,
    {
      title: 'न्यूटन के नियम, खिलौना गाड़ियों से',
      description: 'तीन नियम, तीन प्रयोग जो आप घर पर कर सकते हैं, और परीक्षा के छह सवाल।',
      topics: ['जड़त्व', 'बल और त्वरण', 'क्रिया और प्रतिक्रिया', 'छह सवाल'],
      domains: ['Science'],
      language: 'hi',
    },
    [5, 'सर ने इतनी सरल भाषा में समझाया कि पहली बार डर नहीं लगा।'],
    [5, 'प्रयोग मज़ेदार थे। अगली कक्षा का इंतज़ार है।'],
    [4, 'बहुत अच्छा, बस सवाल थोड़े और हल कराते।'],
  ),
  past(
    sunita,
    5,
    {
      title: 'Tell me about yourself: the first two minutes',
      description: 'The one interview question that always comes, answered in your own words.',
      topics: ['What they want to hear', 'Your story in five sentences', 'Saying it aloud', 'Feedback'],
      domains: ['Career'],
    },
    [5, 'I got the job. The five sentences worked.'],
    [4, 'Kind and strict at the same time, which I needed.'],
  ),
  past(
    sunita,
    12,
    {
      title: 'ऑफ़िस की अंग्रेज़ी: फ़ोन पर बात करना',
      description: 'फ़ोन पर घबराहट क्यों होती है, और पंद्रह वाक्य जिनसे हर कॉल सँभल जाती है।',
      topics: ['शुरुआत', 'दोबारा पूछना', 'विनम्रता से मना करना', 'अभ्यास'],
      domains: ['Languages'],
      language: 'hi',
    },
    [5, 'अब कॉल उठाने से डर नहीं लगता। धन्यवाद, मैम!'],
    [5, 'हर किसी को बोलने का मौका मिला।'],
  ),
  past(
    farhan,
    6,
    {
      title: 'Critique night: bring one screen',
      description: 'Everyone shows one screen; we say what it says, what it hides and what it could be.',
      topics: ['Looking before judging', 'Hierarchy', 'Contrast', 'One change each'],
      domains: ['Art'],
    },
    [4, 'Honest critique without anyone being hurt.'],
    [5, 'I changed one colour and my sign-ups doubled. Really.'],
    [4, 'Good session, a bit long for a weekday evening.'],
  ),
  past(
    kavya,
    4,
    {
      title: 'SQL joins with cricket scores',
      description: 'Players, matches and innings: every join explained by a question a fan would ask.',
      topics: ['Inner and left', 'What goes missing', 'Grouping', 'The best finisher'],
      domains: ['Programming'],
    },
    [5, 'Joins and cricket, who would have thought. Brilliant.'],
    [5, 'Real data, real mess, real learning.'],
    [5, 'She answers every question with another query. Loved it.'],
  ),
  past(
    joseph,
    7,
    {
      title: 'Your salary slip, line by line',
      description: 'What is taken, why, and which lines you can change before March.',
      topics: ['Basic and allowances', 'Provident fund', 'Tax regimes', 'Your own slip'],
      domains: ['Business'],
    },
    [4, 'Saved me more than I expected. Bring your own slip.'],
    [5, 'Plain words, no sales pitch.'],
  ),
  past(
    priya,
    1,
    {
      title: 'कुर्सी योग: दफ़्तर में दस मिनट',
      description: 'बिना चटाई के: गर्दन, कंधे और कमर के लिए दस आसान अभ्यास।',
      topics: ['बैठने का ढंग', 'गर्दन और कंधे', 'कमर', 'साँस'],
      domains: ['Health'],
      language: 'hi',
    },
    [5, 'मेरी गर्दन का दर्द सच में कम हुआ।'],
    [5, 'बहुत शांत आवाज़, बहुत साफ़ निर्देश।'],
  ),
];
