import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // What was done with checklists in rooms, brought by workers from the rooms' logs; like facts without foreign keys.
  await knex.schema.createTable('topic_changes', (table) => {
    table.text('id').primary();
    table.text('session_id').notNullable();
    table.text('user_id').notNullable();
    table.text('client_id').notNullable();
    // Milliseconds of the log's clock, and more than those of every change before it.
    table.bigInteger('position').notNullable();
    table.text('happened_at').notNullable();
    // The same moment by the lesson's clock, in milliseconds.
    table.integer('clock_ms').notNullable();
    // What was done, as JSON: see media/contracts/topics.ts.
    table.text('did').notNullable();
    // A change that its page sent again is stored once, even when the log of its room was lost in between.
    table.unique(['session_id', 'user_id', 'client_id']);
    table.index(['session_id', 'position']);
    table.index(['user_id', 'happened_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('topic_changes');
}
