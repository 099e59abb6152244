import type { Knex } from 'knex';

const before = ['picture', 'introVideo'];
const after = [...before, 'sessionFile'];

/** SQLite cannot change a check, so both tables are made anew; `version` keeps names of their parts apart. */
export async function makeAnew(knex: Knex, purposes: string[], version: string) {
  await knex.schema.createTable(`uploads_${version}`, (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('purpose').notNullable().checkIn(purposes, `uploads_purpose_${version}`);
    table.integer('bytes').notNullable();
    table.text('state').notNullable().checkIn(['open', 'done', 'refused'], `uploads_state_${version}`);
    table.text('created_at').notNullable();
    table.text('expires_at').notNullable().index();
    table.text('locked_by');
    table.text('locked_until');
    table.text('lock_asked_at');
    table.index(['user_id', 'state', 'created_at']);
  });
  await knex.schema.createTable(`files_${version}`, (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.text('purpose').notNullable().checkIn(purposes, `files_purpose_${version}`);
    table.text('type').notNullable();
    table.integer('bytes').notNullable();
    table.text('created_at').notNullable();
    table.text('removed_at');
  });
  const columns = {
    uploads:
      'id, user_id, purpose, bytes, state, created_at, expires_at, locked_by, locked_until, lock_asked_at',
    files: 'id, user_id, purpose, type, bytes, created_at, removed_at',
  };
  for (const [table, all] of Object.entries(columns)) {
    await knex.raw(`insert into ${table}_${version} (${all}) select ${all} from ${table}`);
    await knex.schema.dropTable(table);
    await knex.schema.renameTable(`${table}_${version}`, table);
  }
}

/** What people send to a lesson: files of its chat, and what the mentor leaves with it (ROOM-8, LES-16). */
export async function up(knex: Knex): Promise<void> {
  await makeAnew(knex, after, 'v2');
  await knex.schema.createTable('session_files', (table) => {
    /** The stored file's own id; the file itself may be gone before this row. */
    table.text('id').primary();
    table.text('session_id').notNullable().references('sessions.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE').index();
    table.text('use').notNullable().checkIn(['chat', 'resource'], 'session_files_use_known');
    /** Of a chat's file: for whom alone it is. */
    table.text('to_user_id').nullable();
    table.text('name').notNullable();
    table.text('type').notNullable();
    table.integer('bytes').notNullable();
    table.text('created_at').notNullable();
    table.index(['session_id', 'use', 'created_at']);
  });
  await knex.schema.alterTable('chat_messages', (table) => {
    /** The file that came with it, as JSON. */
    table.text('file').nullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('chat_messages', (table) => {
    table.dropColumn('file');
  });
  await knex.schema.dropTable('session_files');
  for (const table of ['uploads', 'files']) await knex(table).where({ purpose: 'sessionFile' }).delete();
  await makeAnew(knex, before, 'v1');
}
