import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingOf, termsAsked, topicKey, wordsOf } from '../../api/catalogue/rules.ts';
import { aboutOf } from '../../api/mentors/rules.ts';

describe('words (WEB-1)', () => {
  test.each([
    ['Python: generators, step-by-step', ['python', 'generators', 'step', 'by']],
    ['C++ & C#, Node.js', ['c++', 'c#', 'node', 'js']],
    ['Crème BRÛLÉE', ['creme', 'brulee']],
    ['फ़िल्म १२', ['फिल्म', '12']],
    ['माँ', ['मां']],
    [' %_"*\u0000 ', []],
  ])('of %s', (text, words) => expect(wordsOf(text)).toEqual(words));

  test('of any text: found again by each of their beginnings, and no longer than the index takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const words = wordsOf(text);
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) {
          expect([...word].length).toBeLessThanOrEqual(42);
          expect(wordsOf(word)).toEqual([word]);
        }
        expect(termsAsked(text).length).toBeLessThanOrEqual(8);
      }),
    );
  });

  test('topics are one however they are spaced and cased', () =>
    expect(topicKey('  Fast \n API')).toBe(topicKey('fast api')));
});

describe('standing', () => {
  test('rises with each better review and falls with each worse, and weighs their number', () => {
    expect(standingOf(0, 0)).toBe(4000);
    expect(standingOf(5, 1)).toBeLessThan(standingOf(144, 30));
    expect(standingOf(1, 1)).toBeLessThan(standingOf(0, 0));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 })), (stars) => {
        const sum = stars.reduce((all, given) => all + given, 0);
        const standing = standingOf(sum, stars.length);
        expect(standing).toBeGreaterThanOrEqual(1000);
        expect(standing).toBeLessThanOrEqual(5000);
        expect(standingOf(sum + 5, stars.length + 1)).toBeGreaterThanOrEqual(standing);
      }),
    );
  });
});

describe('what a card says of a mentor', () => {
  test('is the first sentences that fit, in any script; else the first words', () => {
    expect(aboutOf('  Short.\nAnd sweet. ')).toBe('Short. And sweet.');
    const sentence = 'I have taught trigonometry and calculus to Class 11 and 12 for years.';
    expect(aboutOf(`${sentence} ${'More of it '.repeat(20)}.`)).toBe(sentence);
    const hindi = 'मैं बारह साल से भौतिकी और गणित सरल हिन्दी में पढ़ाता हूँ।';
    expect(aboutOf(`${hindi} ${'और भी बहुत कुछ '.repeat(20)}`)).toBe(hindi);
    const long = aboutOf('word '.repeat(100));
    expect(long.endsWith(' word…')).toBe(true);
    expect(long.length).toBeLessThanOrEqual(181);
  });
});
