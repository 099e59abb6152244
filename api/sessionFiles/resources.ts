import type { Knex } from 'knex';
import type { Caller } from '../accounts/index.ts';
import { provedToAttend } from '../attendance/index.ts';
import type { AddResource, Resource } from '../contracts/sessionFiles.ts';
import { retireFile } from '../files/index.ts';
import { notify } from '../notifications/index.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, Session, standIn } from '../sessions/index.ts';
import { addSessionFile } from './addSessionFile.ts';
import { SessionFile } from './model.ts';
import { newsAgainMs } from './rules.ts';

type Needed = Pick<Services, 'knex' | 'now'>;

const present = ({ id, name, type, bytes, createdAt }: SessionFile): Resource => ({
  ...{ id, name, type, bytes },
  addedAt: createdAt,
});

const resourcesOf = (knex: Knex, sessionId: string) =>
  SessionFile.query(knex).where({ sessionId, use: 'resource' }).orderBy(['created_at', 'id']);

/** What the mentor left with a lesson (LES-16). @throws Refusal `not_found`, `forbidden` to who has no seat in it. */
export async function listResources(
  { knex }: Needed,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
): Promise<{ items: Resource[] }> {
  const { standing } = await standIn(knex, seats, me, sessionId);
  if (!standing || standing === 'admin') throw new Refusal('forbidden');
  return { items: (await resourcesOf(knex, sessionId)).map(present) };
}

/**
 * Leaves a file with a lesson; after it, those who attended are told.
 * @throws Refusal `not_found` when the lesson or the file is not the caller's, and what `addSessionFile` throws.
 */
export async function addResource(
  { knex, now }: Needed,
  mentorId: string,
  sessionId: string,
  { uploadId, name }: AddResource,
): Promise<Resource> {
  const at = now();
  return knex.transaction(async (trx) => {
    const lesson = await ownLesson(trx, mentorId, sessionId);
    const since = new Date(at.getTime() - newsAgainMs).toISOString();
    const recent = await resourcesOf(trx, sessionId).where('created_at', '>', since).resultSize();
    const wanted = { id: uploadId, sessionId, userId: mentorId, use: 'resource' as const };
    const { file, fresh } = await addSessionFile(trx, at, { ...wanted, toUserId: null, name });
    if (fresh && recent === 0 && lesson.state === 'completed') await tellAttendees(trx, lesson, at);
    return present(file);
  });
}

/** Takes a resource back; nothing happens when it is gone. @throws Refusal `not_found` to whom the lesson is not theirs. */
export async function removeResource(
  { knex, now }: Needed,
  mentorId: string,
  sessionId: string,
  fileId: string,
): Promise<void> {
  await knex.transaction(async (trx) => {
    await ownLesson(trx, mentorId, sessionId);
    const gone = await SessionFile.query(trx).where({ id: fileId, sessionId, use: 'resource' }).delete();
    if (gone > 0) await retireFile(trx, fileId, now());
  });
}

async function ownLesson(trx: Knex.Transaction, mentorId: string, sessionId: string): Promise<Session> {
  return found(await Session.query(trx).findOne({ id: sessionId, mentorId }).forUpdate());
}

async function tellAttendees(trx: Knex.Transaction, { id, title, mentorId }: Session, at: Date) {
  const attended = await provedToAttend(trx, id, at);
  attended.delete(mentorId);
  for (const userId of attended)
    await notify(trx, at, { userId, kind: 'session.resources', subject: { title }, path: `/sessions/${id}` });
}
