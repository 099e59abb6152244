import type { Knex } from 'knex';
import { makeAnew } from './2026112162_session_files.ts';

const before = ['picture', 'introVideo', 'sessionFile'];
const after = [...before, 'boardImage'];

export async function up(knex: Knex): Promise<void> {
  await makeAnew(knex, after, 'v3');
  // Every state of every element and page of a lesson's board, brought by workers: the board of any moment is made of them.
  await knex.schema.createTable('board_changes', (table) => {
    table.text('session_id').notNullable();
    // Milliseconds of the log's clock, and more than those of every change before it.
    table.bigInteger('position').notNullable();
    table.text('item_key').notNullable();
    table.integer('version').notNullable();
    table.integer('version_nonce').notNullable();
    table.text('user_id').notNullable();
    table.text('item').notNullable();
    table.primary(['session_id', 'position', 'item_key']);
    // A state that pages bring again, because the board of the room was lost, is stored once.
    table.unique(['session_id', 'item_key', 'version', 'version_nonce']);
    table.index(['session_id', 'item_key', 'position']);
    table.index(['user_id']);
  });
  // Which board an image may be seen on; whose it is, files know.
  await knex.schema.createTable('board_images', (table) => {
    table.text('file_id').notNullable();
    table.text('session_id').notNullable();
    table.primary(['session_id', 'file_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('board_images');
  await knex.schema.dropTable('board_changes');
  for (const table of ['uploads', 'files']) await knex(table).where({ purpose: 'boardImage' }).delete();
  await makeAnew(knex, before, 'v2');
}
