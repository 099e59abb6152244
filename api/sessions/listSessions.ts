import type { Knex } from 'knex';
import type { QueryBuilder } from 'objection';
import * as catalogue from '../catalogue/index.ts';
import type { SessionFilters, SessionList, SessionPage } from '../contracts/sessions.ts';
import { type Place, readPage } from '../http/cursor.ts';
import { Session, sessionGraph } from './model.ts';
import { onlyOpen } from './openSessions.ts';
import { presentSession } from './presenter.ts';

const hourMs = 60 * 60_000;
const columns = ['sessions.starts_at', 'sessions.id'];
const placeOf = ({ startsAt, id }: Session): Place => [startsAt, id];

/** Lessons that are live or still to come and fit the filters, soonest first. */
export async function listOpenSessions(
  knex: Knex,
  { cursor, limit, ...filters }: SessionFilters & Pick<SessionList, 'cursor' | 'limit'>,
  now: Date,
): Promise<SessionPage> {
  const { query } = await openSessions(knex, filters, now);
  const leafing = { columns, order: 'asc' } as const;
  return readPage(query.withGraphFetched(sessionGraph), { cursor, limit }, leafing, placeOf, presentSession);
}

/** All lessons of a mentor, newest start first. */
export async function listOwnSessions(
  knex: Knex,
  mentorId: string,
  page: Pick<SessionList, 'cursor' | 'limit'>,
): Promise<SessionPage> {
  const query = Session.query(knex).where({ mentorId }).withGraphFetched(sessionGraph);
  return readPage(query, page, { columns, order: 'desc' }, placeOf, presentSession);
}

/** The query of the open list (in an object: it is a thenable); a test has it explained. */
export async function openSessions(
  knex: Knex,
  filters: SessionFilters,
  now: Date,
): Promise<{ query: QueryBuilder<Session> }> {
  const query = onlyOpen(Session.query(knex), now, filters.liveNow ? 'live' : 'open');
  const terms = termsOf(filters);
  if (terms.length > 0)
    catalogue.whereTerms(query, 'session', 'sessions.id', await catalogue.narrow(knex, 'session', terms));
  narrowTime(query, filters, now);
  if (filters.liveNow === false) query.whereNot('sessions.state', 'live');
  if (filters.maxPricePaise !== undefined) query.where('sessions.price_paise', '<=', filters.maxPricePaise);
  if (filters.mentor) query.where('sessions.mentor_id', filters.mentor);
  if (filters.ratingMin !== undefined) {
    const isGood = 'mentor_figures.mentor_id = sessions.mentor_id and 1000 * rating_sum >= ? * rating_count';
    query.whereRaw(`exists (select 1 from mentor_figures where rating_count > 0 and ${isGood})`, [
      catalogue.leastAverage(filters.ratingMin),
    ]);
  }
  return { query };
}

function termsOf({ q, topic, domain, language, price }: SessionFilters): catalogue.Term[] {
  const exact = [
    topic && catalogue.topicTerm(topic),
    domain && catalogue.domainTerm(domain),
    language && catalogue.languageTerm(language),
    price && catalogue.priceTerm(price),
  ].filter((term) => term !== undefined);
  return [...exact.map((term) => ({ exact: term })), ...(q ? catalogue.termsAsked(q) : [])];
}

function narrowTime(
  query: QueryBuilder<Session>,
  { from, until, startsWithinHours }: SessionFilters,
  now: Date,
) {
  if (from) query.where('sessions.starts_at', '>=', from);
  if (until) query.where('sessions.starts_at', '<', until);
  if (startsWithinHours) {
    const latest = new Date(now.getTime() + startsWithinHours * hourMs).toISOString();
    query.where('sessions.starts_at', '<=', latest);
  }
}
