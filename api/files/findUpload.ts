import { z } from 'zod';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { Upload } from './model.ts';

const uuid = z.uuid();

/** @throws Refusal `not_found` when it is not the caller's, was never begun, or has run out. */
export async function findUpload({ knex, now }: Services, userId: string, id: string): Promise<Upload> {
  const row = uuid.safeParse(id).success ? await Upload.query(knex).findOne({ id, userId }) : undefined;
  if (!row || row.expiresAt <= now().toISOString()) throw new Refusal('not_found');
  return row;
}
