import type { Knex } from 'knex';
import { channels } from '../contracts/events.ts';
import { emitLive } from '../outbox/index.ts';
import { Session } from '../sessions/index.ts';
import { RecordingRow } from './model.ts';

/** Changes a recording that is in one of these states, and tells those who may watch it. @returns whether it was */
export async function changeRecording(
  knex: Knex,
  id: string,
  from: RecordingRow['state'][],
  change: Partial<
    Pick<RecordingRow, 'state' | 'progress' | 'durationMs' | 'bytes' | 'type' | 'chapters' | 'expiresAt'>
  >,
  also: (trx: Knex.Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const changed = await RecordingRow.query(trx).findById(id).whereIn('state', from).patch(change);
    if (changed === 0) return false;
    const { sessionId, state, progress } = await RecordingRow.query(trx).findById(id).throwIfNotFound();
    const people = await peopleOf(trx, sessionId);
    const told = { sessionId, recordingId: id, state, progress };
    await emitLive(trx, people.map(channels.user), 'recording.changed', told);
    await also(trx);
    return true;
  });
}

async function peopleOf(trx: Knex.Transaction, sessionId: string): Promise<string[]> {
  const lesson = await Session.query(trx).findById(sessionId);
  const learners = await trx('bookings')
    .where({ session_id: sessionId })
    .whereIn('state', ['confirmed', 'attended'])
    .select<{ learner_id: string }[]>('learner_id');
  return [...(lesson ? [lesson.mentorId] : []), ...learners.map(({ learner_id: id }) => id)];
}
