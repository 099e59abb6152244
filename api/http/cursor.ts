import { z } from 'zod';
import { Refusal } from '../Refusal.ts';

const place = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]);

/** A place in a list that is ordered by an instant and an id. */
export type Place = z.infer<typeof place>;

export function writeCursor(at: Place): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** @throws Refusal `invalid` naming the field `cursor`. */
export function readCursor(cursor: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new Refusal('invalid', { fields: [{ field: 'cursor', message: 'is not one of ours' }], cause });
  }
}
