import type { Knex } from 'knex';
import type { Model, QueryBuilder } from 'objection';
import type { Term } from './rules.ts';

/** What leads to no more than these is where a search begins; what more have is met soon along the list. */
const fewAtMost = 500;
/** Terms that lead to no more than these are brought together first: what has them all may be few. */
const comparedAtMost = 2_000;
/** Comes after everything that begins with what stands before it. */
const last = '\u{10FFFF}';

export interface Narrowing {
  /** All that can be meant, when they are few; otherwise the list is leafed through in its order. */
  ids: string[] | null;
  /** What each must have besides. */
  terms: Term[];
}

/**
 * Finds the way to search: either from what has all of the rarer terms, or, when that is much, along the list in
 * its order, which then meets enough of them soon. Neither reads more than a page needs by much, however large the
 * tables.
 */
export async function narrow(knex: Knex, of: 'session' | 'mentor', terms: Term[]): Promise<Narrowing> {
  let ids: string[] | null = null;
  const common: Term[] = [];
  for (const term of terms) {
    const found = (await knex(`${of}_terms`)
      .distinct(`${of}_id`)
      .whereRaw(...matches(term))
      .limit(comparedAtMost + 1)
      .pluck(`${of}_id`)) as string[];
    if (found.length > comparedAtMost) common.push(term);
    else ids = ids ? inBoth(ids, found) : found;
    if (ids?.length === 0) break;
  }
  return ids && ids.length <= fewAtMost ? { ids, terms: common } : { ids: null, terms };
}

function inBoth(one: string[], other: string[]): string[] {
  const known = new Set(other);
  return one.filter((id) => known.has(id));
}

/** Keeps of a query what has all the terms. @param idColumn that of the lesson or mentor in the query */
export function whereTerms<M extends Model>(
  query: QueryBuilder<M>,
  of: 'session' | 'mentor',
  idColumn: string,
  { ids, terms }: Narrowing,
): void {
  if (ids) query.whereIn(idColumn, ids);
  for (const term of terms) {
    const [condition, values] = matches(term);
    const own = `${of}_terms.${of}_id = ${idColumn} and ${condition}`;
    query.whereRaw(`exists (select 1 from ${of}_terms where ${own})`, values);
  }
}

function matches(term: Term): [string, string[]] {
  if ('exact' in term) return ['term = ?', [term.exact]];
  return ['(term >= ? and term < ?)', [term.beginsWith, term.beginsWith + last]];
}
