import type { TopicSuggestion } from '../../api/contracts/topics.ts';

export type TopicOption = { kind: 'known' | 'spelling' | 'typed'; title: string };

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** What can be added for the word that is typed: topics that the platform knows, then the word itself. */
export function topicOptions(typed: string, found: TopicSuggestion[], chosen: string[]): TopicOption[] {
  const word = cleanWord(typed);
  if (!word) return [];
  const known = found
    .filter(({ title }) => !chosen.some((one) => same(one, title)))
    .map(({ title, match }): TopicOption => ({ kind: match === 'spelling' ? 'spelling' : 'known', title }));
  const isListed = [...known.map(({ title }) => title), ...chosen].some((title) => same(title, word));
  return isListed ? known : [...known, { kind: 'typed', title: word }];
}

/** What Enter takes as long as no arrow was pressed: the word itself where it is known, else the best suggestion. */
export function firstChoice(typed: string, options: TopicOption[]): number {
  const exact = options.findIndex(({ title }) => same(title, cleanWord(typed)) && title !== '');
  const isKnown = options[exact]?.kind === 'known';
  return isKnown ? exact : 0;
}

export const cleanWord = (typed: string): string => typed.replace(/,+$/u, '').trim().replace(/\s+/gu, ' ');

/** A title in three parts, of which the middle one is what was typed. */
export function markTyped(title: string, typed: string): [string, string, string] {
  const word = cleanWord(typed).toLowerCase();
  const at = title.toLowerCase().indexOf(word);
  if (!word || at < 0) return [title, '', ''];
  return [title.slice(0, at), title.slice(at, at + word.length), title.slice(at + word.length)];
}
