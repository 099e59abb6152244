import type { z } from 'zod';
import type { Caller } from '../accounts/index.ts';
import type { fileLink } from '../contracts/sessionFiles.ts';
import { createLinks, createPlaces, type FindPrivateFile, StoredFile } from '../files/index.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, standIn } from '../sessions/index.ts';
import { SessionFile } from './model.ts';
import { mayHave } from './policy.ts';

/** A link to a lesson's file, for who may have it. @throws Refusal `not_found`, `forbidden` */
export async function linkToFile(
  { knex, now, settings }: Pick<Services, 'knex' | 'now' | 'settings'>,
  seats: SeatBook,
  me: Caller,
  { sessionId, fileId }: { sessionId: string; fileId: string },
): Promise<z.input<typeof fileLink>> {
  const { standing } = await standIn(knex, seats, me, sessionId);
  const file = await SessionFile.query(knex).findOne({ id: fileId, sessionId });
  // Who takes no part is not told which files there are.
  if (!standing) throw new Refusal('forbidden');
  if (!mayHave({ userId: me.userId, standing }, found(file))) throw new Refusal('forbidden');
  return createLinks(settings).makeBrief(fileId, now());
}

/** What a signed link leads to, as long as it is kept. */
export const findSessionFile =
  ({ knex, settings }: Pick<Services, 'knex' | 'settings'>): FindPrivateFile =>
  async (id) => {
    const file = await SessionFile.query(knex).findById(id);
    const stored = file && (await StoredFile.query(knex).findById(id).whereNull('removed_at'));
    if (!stored) return undefined;
    return { path: createPlaces(settings.dataDir).document(id), type: file.type, name: file.name };
  };
