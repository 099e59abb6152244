import type { Knex } from 'knex';
import type { Model, QueryBuilder } from 'objection';
import { Session } from './model.ts';

/** Written out as in the partial indexes: with values bound to it no planner would take them. */
const isOpen = "sessions.state in ('scheduled', 'live')";
const isLive = "sessions.state = 'live'";

/**
 * No lesson goes on for so long: four hours at most and half an hour over. What is older was never ended or begun, and
 * must not be read over and over.
 */
const longestMs = 12 * 60 * 60_000;

/** Keeps what is open of lessons: live, or scheduled and not over. Deleted people's lessons are nobody's to see. */
export function onlyOpen<M extends Model>(
  query: QueryBuilder<M>,
  now: Date,
  which: 'open' | 'live' = 'open',
): QueryBuilder<M> {
  query
    .whereRaw(which === 'live' ? isLive : isOpen)
    .where('sessions.starts_at', '>', new Date(now.getTime() - longestMs).toISOString())
    .whereRaw(
      'exists (select 1 from users where users.id = sessions.mentor_id and users.deleted_at is null)',
    );
  if (which === 'open') query.whereRaw(`(${isLive} or sessions.ends_at > ?)`, [now.toISOString()]);
  return query;
}

/** How many lessons are open, and how many of them live. */
export async function countOpenSessions(
  knex: Knex,
  now: Date,
): Promise<{ openCount: number; liveCount: number }> {
  return {
    openCount: await onlyOpen(Session.query(knex), now).resultSize(),
    liveCount: await onlyOpen(Session.query(knex), now, 'live').resultSize(),
  };
}
