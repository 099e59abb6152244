import type { Model, QueryBuilder } from 'objection';
import { z } from 'zod';
import { Refusal } from '../Refusal.ts';

/** A place in a list that is ordered by an instant and an id. */
export const instantPlace = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]);
export type Place = z.infer<typeof instantPlace>;

export function writeCursor(at: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** @throws Refusal `invalid` naming the field `cursor`. */
export function readCursor(cursor: string): Place;
export function readCursor<P extends readonly (string | number)[]>(cursor: string, place: z.ZodType<P>): P;
export function readCursor(cursor: string, place: z.ZodType<readonly (string | number)[]> = instantPlace) {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new Refusal('invalid', { fields: [{ field: 'cursor', message: 'is not one of ours' }], cause });
  }
}

/** Which part of a list is asked for. */
export interface Page {
  cursor?: string | undefined;
  limit: number;
}

interface Leafing<P> {
  /** By which the list is ordered, all in one direction; together they name one row. */
  columns: string[];
  order: 'asc' | 'desc';
  place?: z.ZodType<P>;
}

/**
 * One page of a list: what comes after the cursor, and the cursor of the next page when there is more.
 * @param placeOf the values of the columns in a row
 * @throws Refusal `invalid` naming the field `cursor`.
 */
export async function readPage<M extends Model, V, P extends readonly (string | number)[] = Place>(
  query: QueryBuilder<M>,
  { cursor, limit }: Page,
  { columns, order, place }: Leafing<P>,
  placeOf: (row: M) => P,
  present: (row: M) => V,
): Promise<{ items: V[]; nextCursor: string | null }> {
  query.orderBy(columns.map((column) => ({ column, order }))).limit(limit + 1);
  if (cursor) {
    const after = place ? readCursor(cursor, place) : readCursor(cursor);
    const blanks = columns.map(() => '?').join(', ');
    query.whereRaw(`(${columns.join(', ')}) ${order === 'asc' ? '>' : '<'} (${blanks})`, [...after]);
  }
  const rows = await query;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(present),
    nextCursor: last ? writeCursor(placeOf(last)) : null,
  };
}
