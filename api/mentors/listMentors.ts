import type { Knex } from 'knex';
import type { QueryBuilder } from 'objection';
import { z } from 'zod';
import * as catalogue from '../catalogue/index.ts';
import type { Mentor as MentorView, MentorCard, MentorList } from '../contracts/mentors.ts';
import { readPage } from '../http/cursor.ts';
import { found } from '../Refusal.ts';
import { onlyOpen, Session } from '../sessions/index.ts';
import { Mentor } from './model.ts';
import { presentMentor, presentMentorCard } from './presenter.ts';

const columns = ['standing', 'sessions_held', 'mentor_figures.mentor_id'];
const place = z.tuple([z.number().int(), z.number().int(), z.uuid()]);
const placeOf = ({ standing, sessionsHeld, mentorId }: Mentor): z.infer<typeof place> => [
  standing,
  sessionsHeld,
  mentorId,
];

/** Mentors who fit the filters, best first. */
export async function listMentors(
  knex: Knex,
  { cursor, limit, ...filters }: MentorList,
  now: Date,
): Promise<{ items: MentorCard[]; nextCursor: string | null }> {
  const { query } = await matchingMentors(knex, filters, now);
  return readPage(query, { cursor, limit }, { columns, order: 'desc', place }, placeOf, presentMentorCard);
}

/** One mentor's public side. @throws Refusal `not_found` for anyone else. */
export async function findMentor(knex: Knex, mentorId: string, now: Date): Promise<MentorView> {
  return presentMentor(found(await readMentors(knex, now).findById(mentorId)));
}

/** The query of the list (in an object: it is a thenable); a test has it explained. */
export async function matchingMentors(
  knex: Knex,
  { q, domain, language, ratingMin }: Omit<MentorList, 'cursor' | 'limit'>,
  now: Date,
): Promise<{ query: QueryBuilder<Mentor> }> {
  const query = readMentors(knex, now);
  const terms: catalogue.Term[] = [
    ...(domain ? [{ exact: catalogue.domainTerm(domain) }] : []),
    ...(language ? [{ exact: catalogue.languageTerm(language) }] : []),
    ...(q ? catalogue.termsAsked(q) : []),
  ];
  if (terms.length > 0) {
    const narrowing = await catalogue.narrow(knex, 'mentor', terms);
    catalogue.whereTerms(query, 'mentor', 'mentor_figures.mentor_id', narrowing);
  }
  if (ratingMin !== undefined)
    query.whereRaw('rating_count > 0 and 1000 * rating_sum >= ? * rating_count', [
      catalogue.leastAverage(ratingMin),
    ]);
  return { query };
}

export async function countMentors(knex: Knex): Promise<number> {
  return Mentor.query(knex).whereRaw(isHere).resultSize();
}

const isHere =
  "exists (select 1 from users where users.id = mentor_figures.mentor_id and role = 'mentor' and deleted_at is null)";

/** Mentors who are still here, each with whether they teach now and their next lesson. */
function readMentors(knex: Knex, now: Date): QueryBuilder<Mentor> {
  const own = (which: 'open' | 'live') =>
    onlyOpen(Session.query(knex), now, which).whereColumn('sessions.mentor_id', 'mentor_figures.mentor_id');
  const next = () => own('open').where('sessions.state', 'scheduled').orderBy(['starts_at', 'id']).limit(1);
  return Mentor.query(knex)
    .whereRaw(isHere)
    .select(
      'mentor_figures.*',
      own('live').select(knex.raw('count(*) > 0')).as('isLive'),
      next().select('sessions.id').as('nextId'),
      next().select('sessions.starts_at').as('nextStartsAt'),
    )
    .withGraphFetched('[user, profile, topics]');
}
