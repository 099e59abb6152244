import type { Knex } from 'knex';

/** What people send and what is made for them (WEB-6); the bytes themselves lie in the data directory. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('uploads', (table) => {
    /** Also the id of the file that comes of it. */
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('purpose').notNullable().checkIn(['picture', 'introVideo'], 'uploads_purpose_known');
    table.integer('bytes').notNullable();
    table.text('state').notNullable().checkIn(['open', 'done', 'refused'], 'uploads_state_known');
    table.text('created_at').notNullable();
    table.text('expires_at').notNullable().index();
    /** Who writes to it now, until when, and whether another waits for it. */
    table.text('locked_by');
    table.text('locked_until');
    table.text('lock_asked_at');
    table.index(['user_id', 'state', 'created_at']);
  });
  await knex.schema.createTable('files', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.text('purpose').notNullable().checkIn(['picture', 'introVideo'], 'files_purpose_known');
    table.text('type').notNullable();
    table.integer('bytes').notNullable();
    table.text('created_at').notNullable();
    /** From then on it is not shown; a job removes it. */
    table.text('removed_at');
  });
  await knex.schema.createTable('exports', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table
      .text('state')
      .notNullable()
      .checkIn(['preparing', 'ready', 'failed', 'expired'], 'exports_state_known');
    table.text('asked_at').notNullable();
    table.text('expires_at').index();
    table.integer('bytes');
    table.index(['user_id', 'asked_at']);
  });
  await knex.raw("create unique index exports_one_at_a_time on exports (user_id) where state = 'preparing'");
  await knex.schema.alterTable('profiles', (table) => {
    table.text('intro_video_id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('profiles', (table) => {
    table.dropColumn('intro_video_id');
  });
  for (const table of ['exports', 'files', 'uploads']) await knex.schema.dropTable(table);
}
