import type { Knex } from 'knex';
import type { SharedEntry } from '../../media/contracts/shared.ts';
import { TopicChangeRow } from './model.ts';

/** Keeps with its lesson what was done with its checklist; brought twice, it is kept once. */
export async function recordTopicChange(
  knex: Knex,
  { id, sessionId, userId, clientId, position, at, clockMs, did }: Extract<SharedEntry, { kind: 'topics' }>,
): Promise<void> {
  const row = { id, sessionId, userId, clientId, position, happenedAt: at, clockMs, did };
  await TopicChangeRow.query(knex).insert(row).onConflict().ignore();
}
