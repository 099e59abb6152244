import type { Knex } from 'knex';

/** By how much a lesson was made longer while it went on; `duration_minutes` holds it already. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sessions', (table) => {
    table.integer('extended_minutes').notNullable().defaultTo(0);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sessions', (table) => {
    table.dropColumn('extended_minutes');
  });
}
