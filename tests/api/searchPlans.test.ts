import type { Knex } from 'knex';
import type { Model, QueryBuilder } from 'objection';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionList } from '../../api/contracts/index.ts';
import { matchingMentors } from '../../api/mentors/listMentors.ts';
import { Review } from '../../api/reviews/index.ts';
import { openSessions } from '../../api/sessions/listSessions.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { fillCatalogue } from '../support/fillCatalogue.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const now = new Date();
let database: TestDatabase;
let knex: Knex;
beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  await fillCatalogue(knex, { sessions: 12_000, mentors: 1_000, openOneIn: 2, now });
});
afterAll(async () => {
  await knex.destroy();
  await database.drop();
});

/** What the planner will do, one line a step. */
async function explain<M extends Model>(query: QueryBuilder<M>): Promise<string> {
  const { sql, bindings } = query.toKnexQuery().toSQL().toNative();
  const isPostgres = Boolean(process.env.TEST_DATABASE_URL);
  const plain = isPostgres ? sql.replace(/\$\d+/gu, '?') : sql;
  const values = [...bindings] as Knex.RawBinding[];
  if (!isPostgres) {
    const rows = await knex.raw<{ detail: string }[]>(`explain query plan ${plain}`, values);
    return rows.map(({ detail }) => detail).join('\n');
  }
  // A table of a test is so small that reading it whole may look cheaper; where no index serves it is done all the same.
  const { rows } = await knex.transaction(async (trx) => {
    await trx.raw('set local enable_seqscan = off');
    return trx.raw<{ rows: { 'QUERY PLAN': string }[] }>(`explain ${plain}`, values);
  });
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** Reading a large table from end to end, in either database's words. */
const wholeTable =
  /Seq Scan on (?:sessions|session_terms|mentor_terms|reviews|session_topics)|SCAN (?:sessions|session_terms|mentor_terms|mentor_figures|reviews)(?! USING)/u;

describe('every list is served by an index (PERF-5)', () => {
  test.each([
    '',
    'liveNow=true',
    'startsWithinHours=24',
    'from=2027-01-01T00:00:00.000Z&until=2027-02-01T00:00:00.000Z',
    'q=theremin',
    'q=pyth',
    'q=a',
    'q=number12',
    'q=examinations%20surname7',
    'topic=Theremin',
    'topic=Python&language=hi',
    'domain=Music&price=free',
    'price=paid',
    'ratingMin=4.5',
    'mentor=00000000-0000-4000-8000-000000000000',
  ])('sessions %s', async (asked) => {
    const filters = sessionList.parse(Object.fromEntries(new URLSearchParams(asked)));
    const { query } = await openSessions(knex, filters, now);
    const page = query.orderBy(['sessions.starts_at', 'sessions.id']).limit(filters.limit + 1);
    expect(await explain(page)).not.toMatch(wholeTable);
  });

  test('what is common is read in its order, and no further than a page needs', async () => {
    const { query } = await openSessions(knex, { q: 'examinations' }, now);
    const plan = await explain(query.orderBy(['sessions.starts_at', 'sessions.id']).limit(21));
    expect(plan).toMatch(/sessions_open/u);
    // PostgreSQL weighs by its statistics whether sorting what it found is cheaper.
    if (!process.env.TEST_DATABASE_URL) expect(plan).not.toMatch(/TEMP B-TREE/u);
  });

  test.each([{}, { q: 'yoga' }, { domain: 'Music' }, { language: 'bn', ratingMin: 4 }] as const)(
    'mentors %o',
    async (filters) => {
      const { query } = await matchingMentors(knex, filters, now);
      const ordered = query.orderBy(
        ['standing', 'sessions_held', 'mentor_figures.mentor_id'].map((column) => ({
          ...{ column, order: 'desc' as const },
        })),
      );
      expect(await explain(ordered.limit(21))).not.toMatch(wholeTable);
    },
  );

  test('reviews of a mentor', async () => {
    const query = Review.query(knex)
      .where({ mentorId: 'someone' })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(21);
    expect(await explain(query)).toMatch(/reviews_mentor_id_created_at_id_index/u);
  });
});
