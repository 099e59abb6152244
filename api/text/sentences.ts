import type { z } from 'zod';
import type { Locale } from '../contracts/accounts.ts';
import { issues as english } from './en/issues.ts';
import { issues as hindi } from './hi/issues.ts';
import { sentences } from './hi/sentences.ts';
import { inLocale } from './inLocale.ts';

type Issue = z.core.$ZodIssue;

/** A sentence that is written in English where it is thrown, in the caller's language. */
export const sentenceIn = (locale: Locale, sentence: string): string =>
  locale === 'hi' ? (sentences[sentence] ?? sentence) : sentence;

/** What a refused field expects, in the caller's language. */
export function describeIssue(issue: Issue, locale: Locale): string {
  const text = inLocale(locale, { en: english, hi: hindi });
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? text.missing : text.type;
    case 'too_small':
      return sized(issue.origin, Number(issue.minimum), text.shorter, text.fewer, text.below);
    case 'too_big':
      return sized(issue.origin, Number(issue.maximum), text.longer, text.more, text.above);
    case 'invalid_value':
    case 'invalid_union':
      return text.choice;
    case 'invalid_format':
      return describeFormat(issue, text, locale);
    case 'custom':
      return sentenceIn(locale, issue.message);
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return text.unknown;
  }
}

const formats = { email: 'email', datetime: 'instant', uuid: 'id', url: 'url' } as const;

function describeFormat(issue: Issue & { format: string }, text: typeof english, locale: Locale): string {
  const known = Object.entries(formats).find(([format]) => format === issue.format)?.[1];
  return known ? text[known] : sentenceIn(locale, issue.message);
}

type Sized = (about: { limit: number }) => string;
function sized(origin: string, limit: number, characters: Sized, entries: Sized, amount: Sized): string {
  if (origin === 'string') return characters({ limit });
  return (origin === 'array' ? entries : amount)({ limit });
}
