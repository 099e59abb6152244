import type { Knex } from 'knex';
import { indexSession } from '../catalogue/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import { announceSession } from './announceSession.ts';
import { Session } from './model.ts';

/** Cancels the lessons to come of a mentor who leaves; that nobody has a seat in them was made sure of before. */
export async function withdrawSessions(trx: Knex.Transaction, mentorId: string): Promise<void> {
  const open = await Session.query(trx)
    .where({ mentorId })
    .whereIn('state', ['draft', 'scheduled'])
    .orderBy('id')
    .forUpdate();
  for (const { id, roomCode } of open) {
    await Session.query(trx).findById(id).patch({ state: 'cancelled' });
    await enqueueJob(trx, 'room.close', { roomCode, reason: 'cancelled' });
    await indexSession(trx, id);
    await announceSession(trx, id);
  }
}
