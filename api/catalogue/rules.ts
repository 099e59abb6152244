/** What a lesson or a mentor can be found by: a word `w:`, topic `t:`, domain `d:`, language `l:` or price `p:`. */
export type Term = { exact: string } | { beginsWith: string };

const wordsMost = 400;
const wordLongest = 40;
const wordsAsked = 8;

/** A topic's or domain's title as it is compared: "  Fast  API" and "fast api" are one topic. */
export const topicKey = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * The words of a text as they are compared: without case and accents. Of Devanagari, the dot below (nukta) goes and
 * candrabindu becomes anusvara, which keyboards and people mix; digits are European; joiners are nothing. "C++" and
 * "C#" are words.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036F\u093C\u200C\u200D]/gu, '')
    .replaceAll('\u0901', '\u0902')
    .replace(/[०-९]/gu, (digit) => String(digit.charCodeAt(0) - '०'.charCodeAt(0)));
  const words = folded.match(/[\p{L}\p{M}\p{N}]+(?:\+\+|#)?/gu) ?? [];
  return [...new Set(words.map((word) => [...word].slice(0, wordLongest).join('')))];
}

const wordTerms = (texts: string[]) =>
  wordsOf(texts.join('\n'))
    .slice(0, wordsMost)
    .map((word) => `w:${word}`);

/** What is typed is found where every one of its words begins a word. */
export const termsAsked = (q: string): Term[] =>
  wordsOf(q)
    .slice(0, wordsAsked)
    .map((word) => ({ beginsWith: `w:${word}` }));

export const topicTerm = (title: string) => `t:${topicKey(title)}`;
export const domainTerm = (title: string) => `d:${topicKey(title)}`;
export const languageTerm = (language: string) => `l:${language}`;
export const priceTerm = (price: 'free' | 'paid') => `p:${price}`;

/** All terms of a lesson; the first words of a long text win. */
export function termsOfSession(session: {
  title: string;
  description: string;
  mentorName: string;
  topics: string[];
  domains: string[];
  language: string;
  pricePaise: number;
}): string[] {
  const { title, description, mentorName, topics, domains, language, pricePaise } = session;
  return [
    ...new Set([
      ...wordTerms([title, mentorName, ...topics, ...domains, description]),
      ...topics.map(topicTerm),
      ...domains.map(domainTerm),
      languageTerm(language),
      priceTerm(pricePaise === 0 ? 'free' : 'paid'),
    ]),
  ];
}

export function termsOfMentor(mentor: {
  name: string;
  bio: string;
  skills: string[];
  domains: string[];
  languages: string[];
}): string[] {
  const { name, bio, skills, domains, languages } = mentor;
  return [
    ...new Set([
      ...wordTerms([name, ...skills, ...domains, bio]),
      ...domains.map(domainTerm),
      ...languages.map(languageTerm),
    ]),
  ];
}

/** A mentor whom nobody has rated stands as one with this many reviews of this many stars. */
const prior = { count: 5, stars: 4 };

/**
 * Orders mentors by their reviews: the Bayesian average in thousandths. One review of five stars weighs less than
 * thirty of 4.8.
 */
export function standingOf(ratingSum: number, ratingCount: number): number {
  return Math.round((1000 * (ratingSum + prior.count * prior.stars)) / (ratingCount + prior.count));
}

/** The lowest average, in thousandths, that is shown as this rating or above: averages are shown with one decimal. */
export const leastAverage = (ratingMin: number): number => Math.round(1000 * (ratingMin - 0.05));
