import type { Knex } from 'knex';
import { listTopics, type ListedTopic } from '../../media/contracts/topicList.ts';
import { SessionTopic } from '../sessions/index.ts';
import { TopicChangeRow } from './model.ts';

/** A lesson's checklist as its room left it: what was planned, what was added, and when each was ticked. */
export async function topicsOf(knex: Knex, sessionId: string): Promise<ListedTopic[]> {
  const planned = await SessionTopic.query(knex).where({ sessionId }).orderBy('position');
  const changes = await TopicChangeRow.query(knex).where({ sessionId }).orderBy(['position', 'id']);
  return listTopics(
    planned.map(({ title }) => title),
    changes.map((row) => row.toChange()),
  );
}
