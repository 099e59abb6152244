import type { Knex } from 'knex';
import type { RoomFact } from '../../media/contracts/facts.ts';
import { QualityRow } from './model.ts';

export type QualityFact = Extract<RoomFact, { type: 'quality.measured' }>;

/** Keeps what was measured of somebody's connection; told twice, it is kept once. */
export async function recordQuality(knex: Knex, fact: QualityFact): Promise<void> {
  const { id, sessionId, userId, role, at, quality } = fact;
  await QualityRow.query(knex)
    .insert({ id, sessionId, userId, role, measuredFrom: quality.from, measuredTo: at, quality })
    .onConflict('id')
    .ignore();
}
