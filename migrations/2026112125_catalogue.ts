import type { Knex } from 'knex';

const openStates = "state in ('scheduled', 'live')";

/** What strangers look for and at: languages, reviews, a mentor's figures, and words to search by. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(
    'sessions',
    (table) => void table.text('language').notNullable().defaultTo('en'),
  );
  await knex.schema.alterTable(
    'profiles',
    (table) => void table.text('languages').notNullable().defaultTo('["en"]'),
  );
  // Counting and leafing through what is open is done from the index alone.
  await knex.raw('drop index sessions_open');
  await knex.raw(
    `create index sessions_open on sessions (starts_at, id, ends_at, state) where ${openStates}`,
  );
  await knex.raw("create index sessions_live on sessions (starts_at, id) where state = 'live'");
  await createReviews(knex);
  await createSearchTerms(knex);
}

async function createReviews(knex: Knex) {
  await knex.schema.createTable('reviews', (table) => {
    table.text('id').primary();
    table.text('booking_id').notNullable().unique().references('bookings.id');
    table.text('session_id').notNullable().references('sessions.id').index();
    table.text('mentor_id').notNullable().references('users.id');
    table.text('learner_id').notNullable().references('users.id').index();
    table.integer('stars').notNullable();
    table.text('comment').notNullable();
    table.text('created_at').notNullable();
    table.text('edited_at');
    table.check('stars between 1 and 5', [], 'reviews_stars');
    table.index(['mentor_id', 'created_at', 'id']);
  });
  // One row a mentor, kept in the transaction of whatever changes it. `standing` orders the list of the best.
  await knex.schema.createTable('mentor_figures', (table) => {
    table.text('mentor_id').primary().references('users.id').onDelete('CASCADE');
    table.integer('rating_sum').notNullable().defaultTo(0);
    table.integer('rating_count').notNullable().defaultTo(0);
    table.integer('sessions_held').notNullable().defaultTo(0);
    table.integer('standing').notNullable();
    table.index(['standing', 'sessions_held', 'mentor_id']);
  });
  await knex.raw(`insert into mentor_figures (mentor_id, sessions_held, standing)
    select id, (select count(*) from sessions where mentor_id = users.id and state = 'completed'), 4000
    from users where role = 'mentor'`);
}

/** An inverted index, alike on both databases: "w:python" leads to all that has the word. Filters are terms, too. */
async function createSearchTerms(knex: Knex) {
  for (const [name, owner] of [
    ['session', 'sessions'],
    ['mentor', 'users'],
  ] as const) {
    await knex.schema.createTable(`${name}_terms`, (table) => {
      table.text(`${name}_id`).notNullable().references(`${owner}.id`).onDelete('CASCADE');
      // In the order of bytes whatever the database's language: beginnings are found by ranges.
      table.specificType('term', byBytes(knex)).notNullable();
      table.primary([`${name}_id`, 'term']);
      table.index(['term', `${name}_id`]);
    });
  }
}

function byBytes(knex: Knex) {
  const { config } = knex.client as Knex.Client;
  return config.client === 'pg' ? 'text collate "C"' : 'text';
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['mentor_terms', 'session_terms', 'mentor_figures', 'reviews'])
    await knex.schema.dropTable(table);
  await knex.raw('drop index sessions_live');
  await knex.raw('drop index sessions_open');
  await knex.raw(`create index sessions_open on sessions (starts_at, id) where ${openStates}`);
  await knex.schema.alterTable('profiles', (table) => void table.dropColumn('languages'));
  await knex.schema.alterTable('sessions', (table) => void table.dropColumn('language'));
}
