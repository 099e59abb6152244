import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // What media nodes measured of each person's connection, a minute or so in each row; like facts without foreign keys.
  await knex.schema.createTable('session_quality', (table) => {
    // The fact's own id: one that is told twice is stored once.
    table.text('id').primary();
    table.text('session_id').notNullable();
    table.text('user_id').notNullable();
    table.text('role').notNullable();
    table.text('measured_from').notNullable();
    table.text('measured_to').notNullable();
    table.text('quality').notNullable();
    table.index(['session_id', 'measured_from']);
    table.index(['user_id', 'measured_from']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('session_quality');
}
