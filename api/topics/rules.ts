import type { TopicSuggestion } from '../contracts/topics.ts';

const most = 6;

/**
 * Topics for what was typed so far, best first: those that begin with it, those with a word that begins with it,
 * those that it probably is a misspelling of (AUTH-3).
 */
export function suggestTopics(typed: string, titles: string[]): TopicSuggestion[] {
  const query = typed.trim().replace(/\s+/gu, ' ').toLowerCase();
  if (query === '') return [];
  const ranked = titles.flatMap((title) => {
    const found = compare(query, title.toLowerCase());
    return found ? [{ title, ...found }] : [];
  });
  // The sort is stable: topics of one rank stay in the order of the alphabet.
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ title, match }) => ({ title, match }));
}

type Found = { rank: number; match: TopicSuggestion['match'] };

function compare(query: string, key: string): Found | null {
  if (key.startsWith(query)) return { rank: 0, match: 'beginning' };
  if (key.split(/[\s-]+/u).some((word) => word.startsWith(query))) return { rank: 1, match: 'inside' };
  const allowed = allowedMistakes(query);
  if (allowed === 0) return null;
  // What was typed may be the whole topic or its beginning.
  const mistakes = Math.min(
    ...[key, key.slice(0, query.length), key.slice(0, query.length + 1)].map((part) => distance(query, part)),
  );
  return mistakes <= allowed ? { rank: 1 + mistakes, match: 'spelling' } : null;
}

/** In three letters any word is one mistake away from too many others. */
function allowedMistakes(query: string): number {
  if (query.length < 4) return 0;
  return query.length < 8 ? 1 : 2;
}

/**
 * How many letters must be put in, left out, changed, or swapped with their neighbour: the distance of optimal
 * string alignment. "Pyhton" is one mistake from "Python".
 */
export function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= other.length; j++) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(swapped ? Math.min(least, at(i - 2, j - 2) + 1) : least);
    }
  }
  return at(one.length, other.length);
}
