import type { Knex } from 'knex';
import type { Person } from '../contracts/accounts.ts';
import { channels } from '../contracts/events.ts';
import { emitLive } from '../outbox/index.ts';
import { clearCatalogueAfter } from './changes.ts';
import { indexMentor, indexSession } from './indexTerms.ts';
import { addToFigures, type MentorFigures, presentRating } from './model.ts';

/** Tells every page that shows a mentor what their figures have become. */
export async function announceFigures(
  trx: Knex.Transaction,
  person: Person,
  figures: MentorFigures,
): Promise<void> {
  const mentor = { ...person, rating: presentRating(figures), sessionsHeld: figures.sessionsHeld };
  await emitLive(trx, [channels.catalogue], 'mentor.changed', { mentor });
  clearCatalogueAfter(trx);
}

/**
 * Brings a mentor's public side up to date after they came, or after name, picture or profile changed. Call it last
 * in the transaction; for learners and admins, who have no public side, it does nothing.
 */
export async function mentorChanged(trx: Knex.Transaction, person: Person): Promise<void> {
  if (person.role !== 'mentor') return;
  await indexMentor(trx, person.id);
  const open = (await trx('sessions')
    .where({ mentor_id: person.id })
    .whereIn('state', ['scheduled', 'live'])
    .pluck('id')) as string[];
  // Lessons are found by their mentor's name.
  for (const sessionId of open) await indexSession(trx, sessionId);
  await announceFigures(trx, person, await addToFigures(trx, person.id, {}));
}

/** Takes a mentor who deletes their account out of lists and search. */
export async function mentorLeft(trx: Knex.Transaction, mentorId: string): Promise<void> {
  await trx('mentor_terms').where({ mentor_id: mentorId }).delete();
  clearCatalogueAfter(trx);
}
