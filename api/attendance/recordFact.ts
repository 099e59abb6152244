import type { Knex } from 'knex';
import type { RoomFact } from '../../media/contracts/facts.ts';
import { channels } from '../contracts/events.ts';
import { emitLive } from '../outbox/index.ts';
import { factsOf, insertFact } from './model.ts';
import { presentNow } from './rules.ts';

/**
 * Stores a fact of a room together with what follows from it. A fact that was stored before changes nothing.
 * @returns whether it was new.
 */
export async function recordFact(knex: Knex, fact: RoomFact): Promise<boolean> {
  return knex.transaction(async (trx) => {
    await takeTurn(trx, fact.sessionId);
    if (!(await insertFact(trx, fact))) return false;
    await noteRoom(trx, fact);
    if (fact.type !== 'media.started' && fact.type !== 'media.stopped')
      await tellPresence(trx, fact.sessionId);
    return true;
  });
}

/** Locks the lesson's row until the commit: who is present is worked out from all facts before this one. */
async function takeTurn(trx: Knex.Transaction, sessionId: string) {
  await trx('session_rooms').insert({ session_id: sessionId }).onConflict('session_id').merge(['session_id']);
}

async function noteRoom(trx: Knex.Transaction, fact: RoomFact) {
  const room = trx('session_rooms').where({ session_id: fact.sessionId });
  if (fact.type === 'room.opened') await room.whereNull('opened_at').update({ opened_at: fact.at });
  else if (fact.type === 'room.ended') await room.update({ ended_at: fact.at });
}

async function tellPresence(trx: Knex.Transaction, sessionId: string) {
  const present = presentNow(await factsOf(trx, sessionId));
  await emitLive(trx, [channels.session(sessionId)], 'presence.changed', { sessionId, present });
}
