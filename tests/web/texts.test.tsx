// @vitest-environment node
import { flatten } from '@solid-primitives/i18n';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../web/text');
const filesOf = (language: string) => readdirSync(join(folder, language)).sort();
type Words = Record<string, unknown>;
const load = async (language: string, file: string) =>
  flatten({ ...((await import(join(folder, language, file))) as Words) });

/** Words of programs and people that are the same in every language. */
const sameInHindi = new Set([
  'PeerLearn',
  'API',
  'English',
  'UPI',
  'IFSC',
  'Enter',
  'peerlearn-recovery-codes.txt',
]);

/** A text as a reader would meet it: parameters get a value that can be found again. */
function written(text: unknown): string | undefined {
  if (typeof text === 'string') return text;
  if (typeof text !== 'function') return undefined;
  const about = new Proxy({}, { get: (_, name) => (name === 'count' ? 7 : `‹${String(name)}›`) });
  return String((text as (about: object) => unknown)(about));
}
const parameters = (text: string) => [...new Set(text.match(/‹\w+›|7/gu) ?? [])].sort();

describe('the Hindi catalogue (WEB-11)', () => {
  it('has every part', () => expect(filesOf('hi')).toEqual(filesOf('en')));

  it.each(filesOf('en'))('%s says everything, in Hindi, with the same parameters', async (file) => {
    const english = await load('en', file);
    const hindi = await load('hi', file);
    const texts = (words: Words) => Object.keys(words).filter((key) => written(words[key]) !== undefined);
    expect(texts(hindi).sort()).toEqual(texts(english).sort());
    for (const key of texts(english)) {
      const [inEnglish, inHindi] = [written(english[key]) ?? '', written(hindi[key]) ?? ''];
      expect(inHindi.trim(), key).not.toBe('');
      expect(parameters(inHindi), key).toEqual(parameters(inEnglish));
      const hasWords = /[a-z]{3}/iu.test(inEnglish.replaceAll(/‹\w+›/gu, ''));
      if (hasWords && !sameInHindi.has(inEnglish)) expect(inHindi, key).toMatch(/[\u0900-\u097F]/u);
    }
  });
});
