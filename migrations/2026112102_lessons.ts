import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await createSessions(knex);
  await createBookings(knex);
  await knex.schema.createTable('notifications', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    table.text('subject').notNullable();
    table.text('path').notNullable();
    table.text('created_at').notNullable();
    table.text('read_at');
    table.index(['user_id', 'created_at', 'id']);
  });
  await knex.raw('create index notifications_unread on notifications (user_id) where read_at is null');
}

async function createSessions(knex: Knex) {
  await knex.schema.createTable('sessions', (table) => {
    table.text('id').primary();
    table.text('mentor_id').notNullable().references('users.id');
    table.text('title').notNullable();
    table.text('description').notNullable();
    table.text('domains').notNullable();
    table.text('starts_at').notNullable();
    table.text('ends_at').notNullable();
    table.integer('duration_minutes').notNullable();
    table.integer('capacity').notNullable();
    table.integer('seats_taken').notNullable().defaultTo(0);
    table.integer('price_paise').notNullable().defaultTo(0);
    table.text('state').notNullable();
    table.text('room_code').notNullable().unique();
    table.text('mentor_ready_at');
    table.text('live_at');
    table.text('ended_at');
    table.text('created_at').notNullable();
    table.check('seats_taken between 0 and capacity', [], 'sessions_seats');
    table.index(['mentor_id', 'starts_at', 'id']);
  });
  // The list of open lessons is read most; past ones, which grow without end, stay out of its index.
  await knex.raw(
    "create index sessions_open on sessions (starts_at, id) where state in ('scheduled', 'live')",
  );
  await knex.schema.createTable('session_topics', (table) => {
    table.text('session_id').notNullable().references('sessions.id').onDelete('CASCADE');
    table.integer('position').notNullable();
    table.text('title').notNullable();
    /** The title as it is searched for: lower case. */
    table.text('key').notNullable();
    table.primary(['session_id', 'position']);
    table.index(['key', 'session_id']);
  });
}

async function createBookings(knex: Knex) {
  await knex.schema.createTable('bookings', (table) => {
    table.text('id').primary();
    table.text('session_id').notNullable().references('sessions.id');
    table.text('learner_id').notNullable().references('users.id');
    table.text('state').notNullable();
    table.text('created_at').notNullable();
    table.text('cancelled_at');
    table.index(['session_id', 'state']);
    table.index(['learner_id', 'session_id']);
  });
  await knex.raw(`create unique index bookings_one_live_seat on bookings (session_id, learner_id)
    where state in ('held', 'awaiting_approval', 'confirmed', 'attended', 'no_show')`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['notifications', 'bookings', 'session_topics', 'sessions'])
    await knex.schema.dropTable(table);
}
