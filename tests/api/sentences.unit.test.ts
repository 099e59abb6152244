import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { signUp } from '../../api/contracts/signUp.ts';
import { accountText } from '../../api/text/accounts.ts';
import { sentences } from '../../api/text/hi/sentences.ts';
import { describeIssue, sentenceIn } from '../../api/text/sentences.ts';

const api = join(import.meta.dirname, '../../api');
const sources = (folder: string) =>
  readdirSync(join(api, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(api, folder, name), 'utf8'));

/** What contracts and refusals say in words of their own. */
function saidInCode(): string[] {
  const inContracts = /(?:\/u?,|\},|differ,|message:)\s*'([a-z][^'\n]* [^'\n]*)'/gu;
  const inRefusals = /message:\s*'([a-z][^'\n]* [^'\n]*)'/gu;
  const find = (folder: string, pattern: RegExp) =>
    sources(folder).flatMap((source) => [...source.matchAll(pattern)].map(([, sentence = '']) => sentence));
  return [...find('contracts', inContracts), ...find('.', inRefusals)];
}

describe('refusals in Hindi (WEB-11)', () => {
  test('every sentence of contracts and refusals is known', () => {
    const said = [...saidInCode(), ...Object.values(accountText)];
    expect(said).toContain('contains characters that cannot be shown');
    expect(said).toContain('must be in the future');
    expect(said.filter((sentence) => !(sentence in sentences))).toEqual([]);
    expect(sentenceIn('hi', 'must be 6 digits')).toBe('6 अंक होने चाहिए');
    expect(sentenceIn('en', 'must be 6 digits')).toBe('must be 6 digits');
  });

  test.each([
    ['en', ['is needed', 'must look like name@example.in', 'must have at least 10 characters']],
    ['hi', ['ज़रूरी है', 'name@example.in जैसा होना चाहिए', 'कम से कम 10 अक्षर चाहिए']],
  ] as const)('a field says in %s what it expects', (locale, expected) => {
    const form = { role: 'learner', email: 'nobody', password: 'short', interests: ['Python'] };
    const issues = signUp.safeParse(form, { reportInput: true }).error?.issues ?? [];
    expect(issues.map((issue) => describeIssue(issue, locale))).toEqual(expected);
  });

  test('numbers, lists and choices are told apart', () => {
    const form = z.object({
      seats: z.number().max(50),
      topics: z.array(z.string()).min(1),
      kind: z.enum(['upi']),
    });
    const issues =
      form.safeParse({ seats: 51, topics: [], kind: 'cash' }, { reportInput: true }).error?.issues ?? [];
    expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([
      'must be at most 50',
      'must have at least 1 entries',
      'is not one of the choices',
    ]);
  });
});

describe('texts of the api', () => {
  const names = (language: string) => readdirSync(join(api, 'text', language)).sort();
  test('exist in both languages', () => {
    expect(names('hi').filter((name) => name !== 'sentences.ts')).toEqual(names('en'));
  });
});
