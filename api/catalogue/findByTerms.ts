import type { Knex } from 'knex';
import type { Model, QueryBuilder } from 'objection';
import type { Term } from './rules.ts';

/** A term that leads to no more than these is where a search begins. */
const fewAtMost = 500;
/** Comes after everything that begins with what stands before it. */
const last = '\u{10FFFF}';

export interface Narrowing {
  /** All that can be meant, when they are few; otherwise the list is leafed through in its order. */
  ids: string[] | null;
  /** What each must have besides. */
  terms: Term[];
}

/**
 * Finds the way to search: either from the rarest of the terms, or, when each leads to many, along the list in its
 * order, which then meets enough of them soon. Neither reads more than a page needs by much, however large the tables.
 */
export async function narrow(knex: Knex, of: 'session' | 'mentor', terms: Term[]): Promise<Narrowing> {
  let ids: string[] | null = null;
  let rarest: Term | undefined;
  for (const term of terms) {
    const found = (await knex(`${of}_terms`)
      .distinct(`${of}_id`)
      .whereRaw(...matches(term))
      .limit(fewAtMost + 1)
      .pluck(`${of}_id`)) as string[];
    if (found.length <= fewAtMost && found.length < (ids?.length ?? Infinity)) {
      ids = found;
      rarest = term;
    }
    if (ids?.length === 0) break;
  }
  return { ids, terms: terms.filter((term) => term !== rarest) };
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
