import type { Knex } from 'knex';

/** Recordings of lessons (ROOM-12), brought by workers from the media nodes' facts; like facts without foreign keys. */
export async function up(knex: Knex): Promise<void> {
  const states = ['recording', 'paused', 'composing', 'ready', 'failed', 'expired'];
  await knex.schema.createTable('recordings', (table) => {
    table.text('id').primary();
    table.text('session_id').notNullable().index();
    table.text('state').notNullable().checkIn(states, 'recordings_state_known');
    table.text('started_at').notNullable();
    /** While it is composed: of a hundred. */
    table.integer('progress').notNullable().defaultTo(0);
    table.integer('duration_ms');
    table.bigInteger('bytes');
    table.text('type');
    /** Chapters as JSON. */
    table.text('chapters').notNullable().defaultTo('[]');
    /** From then on it is not shown; a job removes it. */
    table.text('expires_at').index();
  });
  // When it was started, paused, resumed and stopped.
  await knex.schema.createTable('recording_turns', (table) => {
    table.text('id').primary();
    table.text('recording_id').notNullable().index();
    table.text('at').notNullable();
    table.text('turned_to').notNullable();
  });
  // Whose tracks it is made of.
  await knex.schema.createTable('recording_segments', (table) => {
    table.text('id').primary();
    table.text('recording_id').notNullable().index();
    table.text('user_id').notNullable().index();
    table.text('source').notNullable();
    table.text('began_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['recording_segments', 'recording_turns', 'recordings'])
    await knex.schema.dropTable(table);
}
