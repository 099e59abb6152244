import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // What a person told of themselves beside their account.
  await knex.schema.createTable('profiles', (table) => {
    table.text('user_id').primary().references('users.id').onDelete('CASCADE');
    table.text('goals').notNullable();
    table.text('bio').notNullable();
  });
  await knex.schema.createTable('profile_topics', (table) => {
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('kind').notNullable().checkIn(['domain', 'skill', 'interest'], 'profile_topics_kind_known');
    table.integer('position').notNullable();
    table.text('title').notNullable();
    /** The title as it is searched for: lower case. */
    table.text('key').notNullable();
    table.primary(['user_id', 'kind', 'position']);
    table.index(['kind', 'key', 'user_id']);
  });
  // A code that was mailed. The code itself is nowhere: it follows from id, issue and a secret.
  await knex.schema.createTable('email_codes', (table) => {
    table.text('id').primary();
    table.text('purpose').notNullable().checkIn(['sign_up', 'log_in', 'reset'], 'email_codes_purpose_known');
    table.text('email').notNullable();
    /** The account that a right code creates, as JSON; only for sign-up. */
    table.text('account');
    table.integer('issue').notNullable();
    table.integer('tries').notNullable();
    table.text('sent_at').notNullable();
    table.text('expires_at').notNullable().index();
    table.text('used_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['email_codes', 'profile_topics', 'profiles']) await knex.schema.dropTable(table);
}
