import type { Knex } from 'knex';
import type { SessionList, SessionPage } from '../contracts/sessions.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { Session, SessionTopic, sessionGraph, topicKey } from './model.ts';
import { presentSession } from './presenter.ts';

/** Written out as in the partial index `sessions_open`: with values bound to it no planner would take that index. */
const isOpen = "state in ('scheduled', 'live')";

/** Lessons that are live or still to come, soonest first. */
export async function listOpenSessions(
  knex: Knex,
  { cursor, limit, topic }: Pick<SessionList, 'cursor' | 'limit' | 'topic'>,
  now: Date,
): Promise<SessionPage> {
  const query = Session.query(knex)
    .whereRaw(isOpen)
    .where((still) => void still.where('state', 'live').orWhere('ends_at', '>', now.toISOString()))
    .orderBy(['starts_at', 'id'])
    .limit(limit + 1)
    .withGraphFetched(sessionGraph);
  if (topic) {
    query.whereIn(
      'id',
      SessionTopic.query(knex)
        .select('session_id')
        .where({ key: topicKey(topic) }),
    );
  }
  if (cursor) query.whereRaw('(starts_at, id) > (?, ?)', readCursor(cursor));
  return pageOf(await query, limit);
}

/** All lessons of a mentor, newest start first. */
export async function listOwnSessions(
  knex: Knex,
  mentorId: string,
  { cursor, limit }: Pick<SessionList, 'cursor' | 'limit'>,
): Promise<SessionPage> {
  const query = Session.query(knex)
    .where({ mentorId })
    .orderBy([
      { column: 'starts_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1)
    .withGraphFetched(sessionGraph);
  if (cursor) query.whereRaw('(starts_at, id) < (?, ?)', readCursor(cursor));
  return pageOf(await query, limit);
}

function pageOf(rows: Session[], limit: number): SessionPage {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(presentSession),
    nextCursor: last ? writeCursor([last.startsAt, last.id]) : null,
  };
}
