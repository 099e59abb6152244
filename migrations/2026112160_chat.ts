import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // What was said in rooms, brought by workers from the rooms' logs; like facts without foreign keys.
  await knex.schema.createTable('chat_messages', (table) => {
    table.text('id').primary();
    table.text('session_id').notNullable();
    table.text('user_id').notNullable();
    table.text('client_id').notNullable();
    // Milliseconds of the log's clock, and more than those of every message before it.
    table.bigInteger('position').notNullable();
    table.text('said_at').notNullable();
    table.text('to_user_id').nullable();
    table.text('text').notNullable();
    // A message that its page sent again is stored once, even when the log of its room was lost in between.
    table.unique(['session_id', 'user_id', 'client_id']);
    table.index(['session_id', 'position', 'id']);
    table.index(['user_id', 'said_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('chat_messages');
}
