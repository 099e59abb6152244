import { describe, expect, test } from 'vitest';
import { distance, suggestTopics } from '../../api/topics/rules.ts';

const titles = [
  'Coding',
  'Cooking',
  'Descriptive statistics',
  'Photography',
  'Python',
  'R',
  'Spoken English',
  'Statistics',
];
const suggest = (typed: string) => suggestTopics(typed, titles).map(({ title }) => title);

describe('topics as typed (AUTH-3)', () => {
  test.for([
    ['Cod', ['Coding']],
    ['co', ['Coding', 'Cooking']],
    ['  PYTH ', ['Python']],
    ['Pyhton', ['Python']],
    ['Pthon', ['Python']],
    ['pyhto', ['Python']],
    ['english', ['Spoken English']],
    ['statist', ['Statistics', 'Descriptive statistics']],
    ['Statstics', ['Statistics']],
    ['photgraphi', ['Photography']],
    ['r', ['R']],
    ['xyz', []],
    ['', []],
  ] as const)('%s', ([typed, expected]) => expect(suggest(typed)).toEqual(expected));

  test('say whether they are meant or only begin so', () => {
    expect(suggestTopics('Pyhton', titles)).toEqual([{ title: 'Python', match: 'spelling' }]);
    expect(suggestTopics('Pyth', titles)).toEqual([{ title: 'Python', match: 'beginning' }]);
    expect(suggestTopics('english', titles)).toEqual([{ title: 'Spoken English', match: 'inside' }]);
  });

  test('are six at most', () => {
    expect(
      suggestTopics(
        'to',
        Array.from({ length: 20 }, (_, i) => `Topic ${i}`),
      ),
    ).toHaveLength(6);
  });
});

describe('distance', () => {
  test.for([
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['kitten', 'sitting', 3],
  ] as const)('%s, %s', ([one, other, expected]) => {
    expect(distance(one, other)).toBe(expected);
    expect(distance(other, one)).toBe(expected);
  });
});
