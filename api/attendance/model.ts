import type { Knex } from 'knex';
import { roomFact, type RoomFact } from '../../media/contracts/facts.ts';

interface FactRow {
  id: string;
  session_id: string;
  type: RoomFact['type'];
  happened_at: string;
  user_id: string | null;
  /** The whole fact as JSON. */
  fact: string;
  stored_at: string;
}

/** @returns false when a fact with this id is there already. */
export async function insertFact(trx: Knex.Transaction, fact: RoomFact): Promise<boolean> {
  const row: FactRow = {
    id: fact.id,
    session_id: fact.sessionId,
    type: fact.type,
    happened_at: fact.at,
    user_id: 'userId' in fact ? fact.userId : null,
    fact: JSON.stringify(fact),
    stored_at: new Date().toISOString(),
  };
  const inserted = await trx<FactRow>('session_facts').insert(row).onConflict('id').ignore().returning('id');
  return inserted.length > 0;
}

/** All facts of a lesson's room in the order in which they came. */
export async function factsOf(knex: Knex, sessionId: string): Promise<RoomFact[]> {
  const rows = await knex<FactRow>('session_facts')
    .select('fact')
    .where({ session_id: sessionId })
    .orderBy('position');
  return rows.map((row) => roomFact.parse(JSON.parse(row.fact)));
}
