import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('users', (table) => {
    table.text('id').primary();
    table.text('role').notNullable();
    table.text('name').notNullable();
    table.text('email').notNullable().unique();
    table.text('password_hash').notNullable();
    table.text('created_at').notNullable();
  });
  await knex.schema.createTable('refresh_tokens', (table) => {
    table.text('id').primary();
    table.text('family_id').notNullable().index();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.text('token_hash').notNullable().unique();
    table.text('created_at').notNullable();
    table.text('expires_at').notNullable().index();
    table.text('rotated_at');
    table.text('revoked_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('refresh_tokens');
  await knex.schema.dropTable('users');
}
