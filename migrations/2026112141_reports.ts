import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('reports', (table) => {
    table.text('id').primary();
    table.text('session_id').notNullable().references('sessions.id').onDelete('CASCADE');
    table.text('reporter_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('reported_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('reason').notNullable();
    table.text('text').notNullable();
    table.text('created_at').notNullable();
    table.unique(['session_id', 'reporter_id', 'reported_id']);
    table.index(['created_at', 'id']);
    table.index(['reporter_id']);
    table.index(['reported_id']);
    table.check('reporter_id <> reported_id', [], 'reports_about_others');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('reports');
}
