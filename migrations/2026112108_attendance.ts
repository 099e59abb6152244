import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // What media nodes told, word for word: kept for disputes, never changed. A lesson is not referenced by a
  // foreign key, because a fact must be kept whatever else is true.
  await knex.schema.createTable('session_facts', (table) => {
    // Order of arrival: two facts of one node within a millisecond are told apart by it.
    table.bigIncrements('position');
    table.text('id').notNullable().unique();
    table.text('session_id').notNullable();
    table.text('type').notNullable();
    table.text('happened_at').notNullable();
    table.text('user_id');
    table.text('fact').notNullable();
    table.text('stored_at').notNullable();
    table.index(['session_id', 'position']);
    table.index(['user_id', 'happened_at']);
  });
  // One row a lesson: when its room was first opened and last ended. Facts of one lesson take turns on it.
  await knex.schema.createTable('session_rooms', (table) => {
    table.text('session_id').primary();
    table.text('opened_at');
    table.text('ended_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('session_rooms');
  await knex.schema.dropTable('session_facts');
}
